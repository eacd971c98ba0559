const element = id => document.getElementById(id);

async function post(path, body) {
  const response = await fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  if (!response.ok)
    throw new Error(await response.text());
  return response.json();
}

// What the Video JS SDK does with a ticket:
//
//   const session = OT.initSession(ticket.applicationId, ticket.sessionId);
//   session.on('streamCreated', event => session.subscribe(event.stream, 'subscribers', { insertMode: 'append' }));
//   session.connect(ticket.token, error => error ? console.error(error) : session.publish(OT.initPublisher('publisher', { name })));
function show(ticket) {
  for (const [name, value] of Object.entries(ticket))
    element(name).textContent = value;
  element('ticket').hidden = false;
}

async function refresh() {
  const response = await fetch('room/activity');
  element('activity').replaceChildren(...(await response.json()).map(text => Object.assign(document.createElement('li'), { textContent: text })));
}

element('join').addEventListener('submit', async event => {
  event.preventDefault();
  show(await post('room/tickets', { name: new FormData(event.target).get('name') }));
  await refresh();
});

let isOn = false;
element('record').addEventListener('click', async () => {
  ({ isOn } = await post('room/recording', { isOn: !isOn }));
  element('record').textContent = isOn ? 'Stop recording' : 'Start recording';
  await refresh();
});

setInterval(refresh, 2000);
