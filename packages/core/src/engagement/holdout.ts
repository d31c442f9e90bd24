import { createHash } from 'node:crypto';

/**
 * Where a person stands in a campaign's draw, 0 up to but not 1: always the same, another for every campaign, and spread evenly, for it
 * is the first 52 bits of a SHA-256 of both. Nothing is stored, so nobody changes sides.
 */
export function placeInDraw(assistant: string, campaign: string, userId: string): number {
  const digest = createHash('sha256').update(`${assistant}/${campaign}/${userId}`).digest();
  return Number(digest.readBigUInt64BE() >> 12n) / 2 ** 52;
}

/** Whether a person gets nothing of a campaign, so that what it does can be measured against them. */
export const isHeldOut = (holdout: number, assistant: string, campaign: string, userId: string): boolean =>
  placeInDraw(assistant, campaign, userId) < holdout;
