// SPDX-License-Identifier: Apache-2.0
// Keys for people who decide all day. Everything here can be done without this file: an element that
// has data-key is what its key presses, and the page marks which those are.
'use strict';

const body = document.body;
const findings = [...document.querySelectorAll('[data-finding]')];
const rows = [...document.querySelectorAll('[data-row]')];

function inField(element) {
  return element.closest('input, select, textarea, [contenteditable]') !== null;
}

// ── marks: the source shows where the value of what is open stands ──────────────────────────────
function light(ids, scroll) {
  for (const mark of document.querySelectorAll('mark.current')) mark.classList.remove('current');
  const marks = (ids || '').split(' ').filter(Boolean).map((id) => document.getElementById(id)).filter(Boolean);
  for (const mark of marks) mark.classList.add('current');
  if (!marks.length || !scroll) return;
  marks[0].closest('details.part').open = true;
  const pane = marks[0].closest('.left');
  const own = pane.scrollHeight > pane.clientHeight + 1;
  if (own) {
    const at = marks[0].getBoundingClientRect(), frame = pane.getBoundingClientRect();
    if (at.top < frame.top || at.bottom > frame.bottom) pane.scrollTop += at.top - frame.top - frame.height / 3;
  } else {
    marks[0].scrollIntoView({block: 'nearest'});
  }
}

function openFinding() {
  return findings.find((finding) => finding.open);
}

function step(list, from, by) {
  return list[from < 0 ? (by > 0 ? 0 : list.length - 1) : Math.max(0, Math.min(list.length - 1, from + by))];
}

function moveFinding(by) {
  const next = step(findings, findings.indexOf(openFinding()), by);
  next.open = true;
  next.querySelector('summary').focus();
  next.scrollIntoView({block: 'nearest'});
}

function moveRow(by) {
  const next = step(rows, rows.findIndex((row) => row.ariaCurrent === 'true'), by);
  for (const row of rows) row.ariaCurrent = row === next ? 'true' : null;
  next.querySelector('a').focus();
  next.scrollIntoView({block: 'nearest'});
}

for (const finding of findings) {
  finding.addEventListener('toggle', () => {
    if (!finding.open) return;
    // Browsers without exclusive <details> would leave the other one open.
    for (const other of findings) if (other !== finding) other.open = false;
    light(finding.dataset.marks, true);
  });
}
for (const link of document.querySelectorAll('a[data-marks]')) {
  link.addEventListener('focus', () => light(link.dataset.marks, false));
  link.addEventListener('mouseenter', () => light(link.dataset.marks, false));
  link.addEventListener('click', (event) => { event.preventDefault(); light(link.dataset.marks, true); });
}
for (const link of document.querySelectorAll('a[data-show]')) {
  link.addEventListener('click', (event) => { event.preventDefault(); light(link.closest('[data-finding]').dataset.marks, true); });
}
if (openFinding()) light(openFinding().dataset.marks, true);

// ── a click on a word of the source, or on what is selected there, puts it into the field that waits ──
function wordAt(event) {
  const range = document.caretRangeFromPoint ? document.caretRangeFromPoint(event.clientX, event.clientY) : null;
  const at = range ? null : document.caretPositionFromPoint(event.clientX, event.clientY);
  const node = range ? range.startContainer : at && at.offsetNode;
  if (!node || node.nodeType !== Node.TEXT_NODE) return '';
  const offset = range ? range.startOffset : at.offset;
  const before = node.data.slice(0, offset).match(/[\p{L}\p{N}.,_/-]*$/u)[0];
  const after = node.data.slice(offset).match(/^[\p{L}\p{N}.,_/-]*/u)[0];
  return (before + after).replace(/^[.,/-]+|[.,/-]+$/g, '');
}

const source = document.querySelector('.left');
if (source) {
  let waiting = null;
  document.addEventListener('focusin', (event) => { if (event.target.matches('input[name=value], input[name=heading]')) waiting = event.target; });

  source.addEventListener('click', (event) => {
    if (!waiting || !waiting.isConnected || !event.target.closest('pre')) return;
    const picked = String(getSelection()).trim() || wordAt(event);
    if (!picked) return;
    waiting.value = picked;
    waiting.focus();
  });
}

// ── keys ────────────────────────────────────────────────────────────────────────────────────────
// What a key presses: in the open finding first, then on the page outside findings.
function target(key) {
  const named = [...document.querySelectorAll('[data-key]')].filter((element) => element.dataset.key === key && !element.disabled);
  const open = openFinding();
  return named.find((element) => open && open.contains(element)) ||
    named.find((element) => element.dataset.anywhere !== undefined || !element.closest('[data-finding]'));
}

function press(element) {
  if (element.matches('input, textarea, select')) {
    element.focus();
    if (element.select) element.select();
    return;
  }
  if (element.matches('summary')) { // what it opens is there to be filled in
    element.parentElement.open = true;
    element.parentElement.querySelector('input:not([type=hidden])').focus();
    return;
  }
  const empty = element.form && [...element.form.elements].find((field) => field.required && !field.value);
  if (empty) empty.focus();
  else if (element.dataset.key === 'e' && element.form) element.form.querySelector('[name=value]').focus();
  else element.click();
}

const help = document.getElementById('help');
for (const button of document.querySelectorAll('[data-help]')) button.addEventListener('click', () => help.showModal());

// g, then the letter of a page.
let going = false;

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && inField(event.target)) event.target.blur();
  if (body.dataset.keys === 'off' || event.repeat || event.isComposing || event.keyCode === 229) return;
  if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
  if (inField(event.target) || event.target.closest('dialog')) return;
  if (event.key === 'Enter' && event.target.closest('a, button, summary')) {
    // A summary of something decided is no button: Enter releases when nothing is open.
    const decided = event.target.closest('[data-finding]');
    if (!(decided && event.target.matches('summary') && target('Enter'))) return;
  }
  const page = going && [...document.querySelectorAll('[data-go]')].find((link) => link.dataset.go === event.key);
  going = event.key === 'g';
  if (page) {
    event.preventDefault();
    page.click();
    return;
  }
  if ((event.key === 'j' || event.key === 'k') && (findings.length || rows.length)) {
    const by = event.key === 'j' ? 1 : -1;
    findings.length ? moveFinding(by) : moveRow(by);
    event.preventDefault();
    return;
  }
  const tick = event.key === 'x' && document.querySelector('[data-row][aria-current] input[type=checkbox]');
  const element = tick || target(event.key);
  if (!element) return;
  event.preventDefault();
  tick ? tick.click() : press(element);
});

// ── a short rest, for who wants to be told. What is counted stays in this browser. ───────────────
const restMinutes = Number(body.dataset.rest);
if (restMinutes > 0 && document.getElementById('rest')) {
  const rest = document.getElementById('rest');
  const away = 10 * 60e3;  // so long without a key or a click was a rest
  const read = () => JSON.parse(localStorage.getItem('besteld.work') || '{"since":0,"seen":0}');
  const write = (work) => localStorage.setItem('besteld.work', JSON.stringify(work));
  const busy = () => {
    const now = Date.now(), work = read();
    write({since: now - work.seen > away ? now : work.since, seen: now});
  };
  const look = () => {
    const due = Date.now() - read().since >= restMinutes * 60e3;
    // Words that come to be are read out; words that were there are not.
    rest.firstElementChild.textContent = due ? rest.lastElementChild.dataset.words : '';
    rest.hidden = !due;
  };
  busy();
  look();
  document.addEventListener('keydown', busy);
  document.addEventListener('pointerdown', busy);
  setInterval(look, 30e3);
  rest.lastElementChild.addEventListener('click', () => { write({since: Date.now(), seen: Date.now()}); look(); });
}

// A decision takes a moment: a second press must not become a second decision.
for (const form of document.querySelectorAll('form[method=post]')) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = 'yes';
  });
}
window.addEventListener('pageshow', () => { for (const form of document.forms) delete form.dataset.sent; });

// What is still being worked out is looked at again.
if (document.querySelector('[data-again]')) setTimeout(() => location.reload(), 2000);
