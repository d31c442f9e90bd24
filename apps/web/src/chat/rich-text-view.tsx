import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Block, type Inline, parseRichText } from './rich-text.ts';

interface RichTextViewProps {
  readonly text: string;
  /** Makes crisis lines and emergency numbers links one can tap. */
  readonly findContacts: boolean;
}

/** An assistant's text as elements. There is no HTML in between, so nothing in it can act. */
export const RichTextView = memo(function RichTextView({ text, findContacts }: RichTextViewProps) {
  return (
    <div className="grid gap-3">
      {keyed(parseRichText(text, findContacts)).map(({ key, value }) => (
        <BlockView key={key} block={value} />
      ))}
    </div>
  );
});

/** Text only ever grows at its end, so that a place names a node for good. */
const keyed = <Value,>(values: readonly Value[]): { key: string; value: Value }[] =>
  values.map((value, index) => ({ key: `${index}`, value }));

function BlockView({ block }: { readonly block: Block }) {
  if (block.type === 'paragraph') {
    return (
      <p>
        {keyed(block.lines).map(({ key, value }) => (
          <span key={key}>
            {key !== '0' && <br />}
            <InlineView nodes={value} />
          </span>
        ))}
      </p>
    );
  }
  const items = keyed(block.items).map(({ key, value }) => (
    <li key={key} className="ps-1 marker:text-muted">
      <InlineView nodes={value} />
    </li>
  ));
  return block.isOrdered ? (
    <ol start={block.first} className="grid list-decimal gap-1.5 ps-6">
      {items}
    </ol>
  ) : (
    <ul className="grid list-disc gap-1.5 ps-6">{items}</ul>
  );
}

function InlineView({ nodes }: { readonly nodes: readonly Inline[] }) {
  return keyed(nodes).map(({ key, value }) => {
    if (value.type === 'text') return <span key={key}>{value.text}</span>;
    if (value.type === 'link') return <TextLink key={key} href={value.href} text={value.text} />;
    const Mark = value.type === 'emphasis' ? 'em' : 'strong';
    return (
      <Mark key={key} className={value.type === 'strong' ? 'font-semibold' : ''}>
        <InlineView nodes={value.children} />
      </Mark>
    );
  });
}

/** A link to elsewhere: a new tab for pages, the phone for numbers. */
export function TextLink({ href, text }: { readonly href: string; readonly text: string }) {
  const { t } = useTranslation('talk');
  const look = 'font-medium underline decoration-edge underline-offset-3 hover:decoration-ink';
  if (!href.startsWith('https:')) {
    return (
      <a href={href} className={`whitespace-nowrap ${look}`}>
        {text}
      </a>
    );
  }
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" className={look}>
      {text}
      <span className="sr-only"> {t('opensInNewTab')}</span>
    </a>
  );
}
