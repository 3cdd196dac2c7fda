// SPDX-License-Identifier: Apache-2.0
// The grid on which an order is taken down. Without this file the form works as forms do; with it
// the checks speak while one types, Enter goes down, and rows of a spreadsheet can be pasted.
'use strict';

const form = document.querySelector('form[data-check]');
const grid = form.querySelector('.grid tbody');
const lines = () => [...grid.querySelectorAll('[data-line]')];
const cells = (line) => [...line.querySelectorAll('input')];

function addLine() {
  const last = lines().at(-1), fresh = last.cloneNode(true);
  const number = lines().length + 1;
  fresh.querySelector('th').textContent = number;
  fresh.querySelector('.seen').replaceChildren();
  for (const cell of cells(fresh)) {
    cell.value = '';
    cell.removeAttribute('value');
    cell.ariaLabel = cell.ariaLabel.replace(/\d+$/, number);
  }
  grid.append(fresh);
  return fresh;
}

function below(line) {
  return lines()[lines().indexOf(line) + 1] || addLine();
}

// ── what the checks say ─────────────────────────────────────────────────────────────────────────
let asked = 0, waiting = 0;

async function check() {
  const question = ++asked;
  const answer = await fetch(form.dataset.check, {method: 'POST', body: new URLSearchParams(new FormData(form))});
  if (!answer.ok || question !== asked) return;
  const said = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const told = said.querySelector('form[data-check]');
  if (!told) return;
  for (const id of ['whose', 'verdict', 'last'])
    document.getElementById(id).replaceChildren(...said.getElementById(id).childNodes);
  // The page says nothing of blank lines: the others come in the same order.
  const typed = lines().filter((line) => cells(line).some((cell) => cell.value.trim()));
  const seen = [...told.querySelectorAll('.seen')];
  for (const line of lines()) {
    const at = typed.indexOf(line);
    line.querySelector('.seen').replaceChildren(...(at < 0 ? [] : seen[at].childNodes));
  }
  const customer = form.elements.customer, named = told.elements.customer.value;
  if (document.activeElement !== customer) customer.value = named;
  const places = form.elements.ship_to, chosen = places.value;
  places.replaceChildren(...told.elements.ship_to.childNodes);
  if ([...places.options].some((place) => place.value === chosen)) places.value = chosen;
}

function checkSoon() {
  clearTimeout(waiting);
  waiting = setTimeout(check, 200);
}
form.addEventListener('change', checkSoon);

// ── typing ──────────────────────────────────────────────────────────────────────────────────────
form.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.isComposing || event.repeat) return;
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
    form.requestSubmit(form.querySelector('button.main'));
    return;
  }
  if (!event.target.matches('input')) return;
  event.preventDefault(); // Enter alone never sends half an order
  const line = event.target.closest('[data-line]');
  const next = line ? below(line) : lines()[0];
  const column = line ? cells(line).indexOf(event.target) : 0;
  cells(next)[column].focus();
});

form.addEventListener('paste', (event) => {
  const line = event.target.closest('[data-line]');
  const text = event.clipboardData.getData('text').replace(/[\r\n]+$/, '');
  if (!line || !/[\t\n]/.test(text)) return;
  event.preventDefault();
  const first = cells(line).indexOf(event.target);
  let to = line;
  text.split(/\r?\n/).forEach((row, index) => {
    if (index > 0) to = below(to);
    row.split('\t').forEach((value, column) => {
      const cell = cells(to)[first + column];
      if (cell) cell.value = value.trim();
    });
  });
  checkSoon();
});

grid.addEventListener('focusin', (event) => {
  if (event.target.closest('[data-line]') === lines().at(-1)) addLine();
});
