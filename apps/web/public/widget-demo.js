// What a shop's own code might do, as docs/widget.md describes it.
const happened = document.getElementById('happened');
const say = (text) => {
  happened.textContent = text;
};

document.getElementById('open').addEventListener('click', () => window.rapport?.open());
document.getElementById('close').addEventListener('click', () => window.rapport?.close());

window.addEventListener('rapport:ready', ({ detail: rapport }) => {
  say('The widget is here.');
  rapport.on('open', () => say('The chat is open.'));
  rapport.on('close', () => say('The chat is closed.'));
  rapport.on('unread', (count) => say(`${count} unread.`));
});
