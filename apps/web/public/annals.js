// The first page: sign in, and the pipeline as of any day. It shows what the API answers and computes no figure.
const byId = (id) => document.getElementById(id);
const show = (id, shown) => {
  byId(id).hidden = !shown;
};

const get = async (path) => {
  const response = await fetch(`api/${path}`);
  const body = await response.json();
  if (!response.ok) throw Object.assign(new Error(body.detail ?? body.title), { status: response.status });
  return body;
};

const money = ({ amount, currency }) => {
  const format = new Intl.NumberFormat(undefined, { style: 'currency', currency });
  return format.format(amount / 10 ** format.resolvedOptions().maximumFractionDigits);
};

const cell = (tag, text) => {
  const element = document.createElement(tag);
  element.textContent = text;
  if (tag === 'th') element.scope = 'row';
  return element;
};

const row = ({ name, deals, amount, weighted }) => {
  const element = document.createElement('tr');
  element.append(cell('th', name), cell('td', String(deals)), cell('td', money(amount)), cell('td', money(weighted)));
  return element;
};

/** The last moment of the day in UTC: what was true at its end. */
const endOf = (day) => `${day}T23:59:59.999Z`;

const showBoard = async () => {
  const day = byId('as-of').value;
  byId('error').textContent = '';
  try {
    const board = await get(
      `pipelines/${encodeURIComponent(byId('process').value)}${day ? `?asOf=${encodeURIComponent(endOf(day))}` : ''}`,
    );
    const largest = Math.max(1, ...board.stages.map(({ amount }) => amount.amount));
    const rows = board.stages.map((stage) => {
      const element = row(stage);
      element.style.setProperty('--share', `${(100 * stage.amount.amount) / largest}%`);
      return element;
    });
    byId('board').tBodies[0].replaceChildren(...rows);
    byId('board').tFoot.replaceChildren(row({ name: 'Total', ...board.total }));
    byId('board').caption.textContent = `Open deals by stage, as of ${new Date(board.asOf).toLocaleString()}`;
    show('board', true);
  } catch (error) {
    show('board', false);
    byId('error').textContent = error.message;
  }
};

const showPipeline = async () => {
  show('pipeline', true);
  show('docs', true);
  show('sign-out', true);
  const { items } = await get('processes');
  byId('process').replaceChildren(...items.map(({ id, name }) => new Option(name, id)));
  show('empty', items.length === 0);
  show('view', items.length > 0);
  if (items.length > 0) await showBoard();
};

const start = async () => {
  const { position } = await get('health');
  byId('position').textContent = `Log position ${position}`;
  try {
    await get('session');
  } catch {
    show('sign-in', true);
    byId('token').focus();
    return;
  }
  await showPipeline();
};

byId('sign-in').addEventListener('submit', async (event) => {
  event.preventDefault();
  const response = await fetch('api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: byId('token').value }),
  });
  if (!response.ok) {
    byId('sign-in-error').textContent = 'That token is not valid.';
    return;
  }
  byId('token').value = '';
  show('sign-in', false);
  await showPipeline();
});
byId('sign-out').addEventListener('click', async () => {
  await fetch('api/session', { method: 'DELETE' });
  location.reload();
});
byId('view').addEventListener('change', showBoard);
byId('view').addEventListener('submit', (event) => event.preventDefault());
byId('today').addEventListener('click', () => {
  byId('as-of').value = '';
  showBoard();
});

start().catch((error) => {
  byId('position').textContent = `The server does not answer: ${error.message}`;
});
