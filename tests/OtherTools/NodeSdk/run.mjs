// Runs Vonage's public Node SDK against the simulator: each operation that both have. Prints "ok NAME" or "not ok NAME: REASON" for each, and lets the
// SDK's own helpers verify the webhooks that the simulator signs. Environment: SIMULATOR (its address), and the credentials as VONAGE_ variables.
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { Vonage } from '@vonage/server-sdk';
import { verifySignature } from '@vonage/jwt';
import * as M from '@vonage/messages';
import { Channels } from '@vonage/verify2';
import { MediaMode } from '@vonage/video';

const env = process.env;
const at = host => `${env.SIMULATOR}${host}`;
const hosts = {
  restHost: at('rest.nexmo.com'), apiHost: at('api.nexmo.com'), videoHost: at('video.api.vonage.com'), meetingsHost: at('api-eu.vonage.com'),
};
const keys = { apiKey: env.VONAGE_API_KEY, apiSecret: env.VONAGE_API_SECRET };
const privateKey = readFileSync(env.VONAGE_PRIVATE_KEY_PATH, 'utf8');
const vonage = new Vonage({ ...keys, applicationId: env.VONAGE_APPLICATION_ID, privateKey }, hosts);

// ---- where webhooks come
const webhooks = [];
let arrived = () => {};
const server = createServer((request, response) => {
  const parts = [];
  request.on('data', part => parts.push(part));
  request.on('end', () => {
    const url = new URL(request.url, 'http://localhost');
    const body = Buffer.concat(parts);
    webhooks.push({ path: url.pathname, query: Object.fromEntries(url.searchParams), body, authorization: request.headers.authorization });
    const ncco = url.pathname === '/answer' ? [{ action: 'talk', text: 'Hello', loop: '2', bargeIn: 'true' }, { action: 'conversation', name: 'room' }] : null;
    response.writeHead(200, { 'content-type': 'application/json' }).end(ncco ? JSON.stringify(ncco) : '');
    arrived();
  });
});
await new Promise(done => server.listen(0, '127.0.0.1', done));
const here = `http://127.0.0.1:${server.address().port}`;

async function webhook(path, count = 1) {
  const deadline = Date.now() + 60000;
  while (webhooks.filter(one => one.path === path).length < count) {
    if (Date.now() > deadline)
      throw new Error(`no ${count} webhooks at ${path}`);
    await new Promise(done => { arrived = done; setTimeout(done, 100); });
  }
  return webhooks.filter(one => one.path === path);
}

// ---- running
let failures = 0;
async function run(name, act) {
  try {
    await act();
    console.log(`ok ${name}`);
  } catch (error) {
    failures++;
    const reason = error.response ? `${error.response.status} ${await text(error.response)}` : error.stack?.split('\n').slice(0, 3).join(' ') ?? error;
    console.log(`not ok ${name}: ${reason}`);
  }
}
async function text(response) {
  try { return response.bodyUsed ? '' : await response.text(); } catch { return ''; }
}
function equal(actual, expected, what = 'value') {
  if (JSON.stringify(actual) !== JSON.stringify(expected))
    throw new Error(`${what}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
}
function truthy(value, what) {
  if (!value)
    throw new Error(`${what} is missing`);
}
async function collect(list) {
  const all = [];
  for await (const one of list)
    all.push(one);
  return all;
}

// ---- account, secrets, pricing
await run('accounts.getBalance', async () => equal(typeof (await vonage.accounts.getBalance()).value, 'number'));
await run('accounts.topUpBalance', () => vonage.accounts.topUpBalance('00X123456Y7890123Z'));
await run('accounts.updateAccountCallbacks', () => vonage.accounts.updateAccountCallbacks({ moCallBackUrl: `${here}/mo`, drCallBackUrl: `${here}/dr` }));
let secret;
await run('secrets.createSecret', async () => { secret = await vonage.secrets.createSecret(keys.apiKey, 'An0therSecret'); truthy(secret.id, 'id'); });
await run('secrets.listSecrets', async () => truthy(await vonage.secrets.listSecrets(keys.apiKey), 'list'));
await run('secrets.getSecret', async () => equal((await vonage.secrets.getSecret(keys.apiKey, secret.id)).id, secret.id));
await run('secrets.deleteSecret', () => vonage.secrets.deleteSecret(keys.apiKey, secret.id));
await run('pricing.listCountryPricing', async () => equal((await vonage.pricing.listCountryPricing('sms', 'GB')).countryCode, 'GB'));
await run('pricing.listAllCountriesPricing', async () => truthy((await vonage.pricing.listAllCountriesPricing('sms')).countries.length, 'countries'));
await run('pricing.listPrefixPricing', async () => equal((await vonage.pricing.listPrefixPricing('sms', '44')).countries.map(one => one.countryCode), ['GB']));

// ---- SMS
let sms;
await run('sms.send', async () => {
  sms = await vonage.sms.send({ to: '447700900000', from: 'ACME', text: 'Hello', callback: `${here}/receipt` });
  equal(sms.messages[0].status, '0');
});
await run('sms.send with a wrong secret', async () => {
  const wrong = new Vonage({ apiKey: keys.apiKey, apiSecret: 'wrong' }, hosts);
  try {
    await wrong.sms.send({ to: '447700900000', from: 'ACME', text: 'Hello' });
  } catch (error) {
    return equal(error.response?.status, 401, 'status'); // The secret is in the header.
  }
  throw new Error('the secret was accepted');
});
await run('sms.verifySignature of the receipt', async () => {
  const [{ query }] = await webhook('/receipt');
  equal(query.messageId, sms.messages[0]['message-id']);
  const { sig, ...rest } = query;
  equal(vonage.sms.verifySignature(sig, rest, env.VONAGE_SIGNATURE_SECRET, 'MD5HASH'), true, 'signature');
  equal(vonage.sms.verifySignature(sig, { ...rest, status: 'changed' }, env.VONAGE_SIGNATURE_SECRET, 'MD5HASH'), false, 'signature of another receipt');
});
await run('the receipt where only the account has a URL', async () => {
  await vonage.sms.send({ to: '447700900000', from: 'ACME', text: 'Hello' });
  await webhook('/dr');
});

// ---- Number Insight
await run('numberInsights.basicLookup', async () => equal((await vonage.numberInsights.basicLookup('447700900000')).status, 0));
await run('numberInsights.standardLookup', async () => equal((await vonage.numberInsights.standardLookup('447700900000')).status, 0));
await run('numberInsights.advancedLookup', async () => equal((await vonage.numberInsights.advancedLookup('447700900000')).status, 0));
await run('numberInsights.asyncAdvancedLookup', async () => {
  const started = await vonage.numberInsights.asyncAdvancedLookup('447700900000', `${here}/insight`);
  equal(JSON.parse((await webhook('/insight'))[0].body).request_id, started.request_id);
});

// ---- Verify v1
let verification;
await run('verify.start', async () => { verification = await vonage.verify.start({ number: '447700900010', brand: 'ACME' }); equal(verification.status, '0'); });
await run('verify.trigger', async () => equal((await vonage.verify.trigger(verification.requestId)).status, '0'));
await run('verify.check', async () => equal((await vonage.verify.check(verification.requestId, '1234')).status, '0'));
await run('verify.search', async () => equal((await vonage.verify.search(verification.requestId)).status, 'SUCCESS'));
await run('verify.cancel', async () => {
  const other = await vonage.verify.start({ number: '447700900011', brand: 'ACME' });
  equal((await vonage.verify.cancel(other.requestId)).status, '19', 'within 30 seconds');
});

// ---- Verify v2
let code;
await run('verify2.newRequest', async () => {
  code = await vonage.verify2.newRequest({ brand: 'ACME', workflow: [{ channel: Channels?.SMS ?? 'sms', to: '447700900020' }, { channel: 'voice', to: '447700900020' }] });
  truthy(code.requestId, 'requestId');
});
await run('verify2.nextWorkflow', () => vonage.verify2.nextWorkflow(code.requestId));
await run('verify2.checkCode', async () => equal(await vonage.verify2.checkCode(code.requestId, '1234'), 'completed'));
await run('verify2.cancel', async () => {
  const other = await vonage.verify2.newRequest({ brand: 'ACME', workflow: [{ channel: 'sms', to: '447700900021' }] });
  await vonage.verify2.cancel(other.requestId);
});
let template, fragment;
await run('verify2.createTemplate', async () => { template = await vonage.verify2.createTemplate({ name: 'my-template' }); truthy(template.templateId ?? template.id, 'id'); });
const templateId = () => template.templateId ?? template.id;
await run('verify2.getTemplate', async () => equal((await vonage.verify2.getTemplate(templateId())).name, 'my-template'));
await run('verify2.updateTemplate', () => vonage.verify2.updateTemplate({ templateId: templateId(), name: 'renamed' }));
await run('verify2.listAllTemplates', async () => equal((await collect(vonage.verify2.listAllTemplates())).length, 1));
await run('verify2.createTemplateFragment', async () => {
  fragment = await vonage.verify2.createTemplateFragment(templateId(), { channel: 'sms', locale: 'en-us', text: 'Your code is ${code}' });
});
const fragmentId = () => fragment.templateFragmentId ?? fragment.id;
await run('verify2.getTemplateFragment', () => vonage.verify2.getTemplateFragment(templateId(), fragmentId()));
await run('verify2.updateTemplateFragment', () => vonage.verify2.updateTemplateFragment(templateId(), { templateFragmentId: fragmentId(), text: 'The code is ${code}' }));
await run('verify2.deleteTemplateFragment', () => vonage.verify2.deleteTemplateFragment(templateId(), fragmentId()));
await run('verify2.deleteTemplate', () => vonage.verify2.deleteTemplate(templateId()));

// ---- Messages
const people = { to: '447700900000', from: '447700900001' };
const image = { url: 'https://example.com/image.jpg' };
const messages = {
  SMS: new M.SMS({ ...people, text: 'Hello', webhookUrl: `${here}/status` }),
  MMSImage: new M.MMSImage({ ...people, image }),
  WhatsAppText: new M.WhatsAppText({ ...people, text: 'Hello' }),
  WhatsAppImage: new M.WhatsAppImage({ ...people, image }),
  WhatsAppTemplate: new M.WhatsAppTemplate({ ...people, template: { name: 'welcome', parameters: ['a'] }, whatsapp: { policy: 'deterministic', locale: 'en' } }),
  MessengerText: new M.MessengerText({ to: '0123456789', from: '0123456780', text: 'Hello' }),
  ViberText: new M.ViberText({ ...people, from: 'ACME', text: 'Hello' }),
  RCSText: new M.RCSText({ ...people, from: 'ACME', text: 'Hello' }),
};
let messageId;
for (const [name, message] of Object.entries(messages))
  await run(`messages.send of ${name}`, async () => { messageId = (await vonage.messages.send(message)).messageUUID; truthy(messageId, 'messageUUID'); });
await run('messages.updateMessage', () => vonage.messages.updateMessage(messageId, 'revoked'));
await run('the token of a message status', async () => {
  for (const { authorization, body } of await webhook('/status', 2)) {
    const token = authorization.split(' ')[1];
    equal(verifySignature(token, env.VONAGE_SIGNATURE_SECRET), true, 'signature');
    const claims = JSON.parse(Buffer.from(token.split('.')[1], 'base64url'));
    equal(claims.payload_hash, createHash('sha256').update(body).digest('hex'), 'payload_hash');
  }
});
await run('a token with another secret', async () => {
  const [{ authorization }] = await webhook('/status');
  let isValid = false;
  try { isValid = verifySignature(authorization.split(' ')[1], 'another'); } catch { /* that, too, is a refusal */ }
  equal(isValid, false);
});

// ---- Applications
let application;
await run('applications.createApplication', async () => {
  application = await vonage.applications.createApplication({
    name: 'Node',
    capabilities: { voice: { webhooks: { answerUrl: { address: `${here}/answer`, httpMethod: 'GET' }, eventUrl: { address: `${here}/event`, httpMethod: 'POST' } } } },
  });
  truthy(application.keys.privateKey, 'privateKey');
});
await run('applications.getApplication', async () => equal((await vonage.applications.getApplication(application.id)).name, 'Node'));
await run('applications.listAllApplications', async () => equal((await collect(vonage.applications.listAllApplications())).map(one => one.name), ['Simulator', 'Node']));
await run('applications.updateApplication', async () => equal((await vonage.applications.updateApplication({ ...application, name: 'Renamed' })).name, 'Renamed'));
let own;
await run('the key of a created application', async () => {
  own = new Vonage({ ...keys, applicationId: application.id, privateKey: application.keys.privateKey }, hosts);
  truthy((await own.messages.send(messages.SMS)).messageUUID, 'messageUUID');
});

// ---- Numbers
await run('numbers.getAvailableNumbers', async () => truthy((await vonage.numbers.getAvailableNumbers({ country: 'GB' })).numbers.length, 'numbers'));
const number = { country: 'GB', msisdn: '447700900100' };
await run('numbers.buyNumber', () => vonage.numbers.buyNumber(number));
await run('numbers.updateNumber', () => vonage.numbers.updateNumber({ ...number, appId: application.id }));
await run('numbers.getOwnedNumbers', async () => truthy((await vonage.numbers.getOwnedNumbers()).numbers.some(one => one.msisdn === number.msisdn), 'number'));

// ---- Voice
const phone = { type: 'phone', number: '447700900000' };
const room = [{ action: 'talk', text: 'Hello', loop: '2', level: '0.5', bargeIn: 'true' }, { action: 'conversation', name: 'room' }];
let call;
await run('voice.createOutboundCall', async () => {
  call = await own.voice.createOutboundCall({ to: [phone], from: { type: 'phone', number: '447700900001' }, ncco: room });
  truthy(call.uuid, 'uuid');
});
await run('the events of a call where only the application has a URL', async () => {
  for (const { authorization } of await webhook('/event', 3))
    equal(verifySignature(authorization.split(' ')[1], env.VONAGE_SIGNATURE_SECRET), true, 'signature');
});
await run('voice.createOutboundCall with an answer URL and a SIP endpoint', async () => {
  const made = await vonage.voice.createOutboundCall({
    to: [{ type: 'sip', uri: 'sip:rebekka@sip.example.com', headers: { location: 'New York' }, standardHeaders: {} }],
    from: { type: 'phone', number: '447700900001' }, answerUrl: [`${here}/answer`], answerMethod: 'GET',
  });
  await webhook('/answer');
  equal((await vonage.voice.getCall(made.uuid)).status, 'answered');
});
await run('voice.getCall', async () => equal((await vonage.voice.getCall(call.uuid)).uuid, call.uuid));
await run('voice.getAllCalls', async () => {
  for (let i = 0; i < 3; i++)
    await vonage.voice.createOutboundCall({ to: [phone], from: { type: 'phone', number: '447700900001' }, ncco: room });
  equal((await collect(vonage.voice.getAllCalls({ pageSize: 2 }))).length, 5);
});
await run('voice.search', async () => truthy(await vonage.voice.search(), 'page'));
await run('voice.playDTMF', () => vonage.voice.playDTMF(call.uuid, '123'));
await run('voice.subscribeDTMF', () => vonage.voice.subscribeDTMF(call.uuid, `${here}/dtmf`));
await run('voice.unsubscribeDTMF', () => vonage.voice.unsubscribeDTMF(call.uuid));
await run('voice.playTTS', () => vonage.voice.playTTS(call.uuid, { text: 'Hello' }));
await run('voice.stopTTS', () => vonage.voice.stopTTS(call.uuid));
await run('voice.streamAudio', () => vonage.voice.streamAudio(call.uuid, 'https://example.com/a.mp3', 1, 0.5));
await run('voice.stopStreamAudio', () => vonage.voice.stopStreamAudio(call.uuid));
for (const action of ['mute', 'unmute', 'earmuff', 'unearmuff'])
  await run(`voice.${action}Call`, () => vonage.voice[`${action}Call`](call.uuid));
await run('voice.transferCallWithNCCO', () => vonage.voice.transferCallWithNCCO(call.uuid, room));
await run('voice.transferCallWithURL', () => vonage.voice.transferCallWithURL(call.uuid, `${here}/answer`));
await run('voice.hangupCall', () => vonage.voice.hangupCall(call.uuid));

await run('numbers.cancelNumber', () => vonage.numbers.cancelNumber(number));
await run('applications.deleteApplication', () => vonage.applications.deleteApplication(application.id));

// ---- Users
let user;
await run('users.createUser', async () => { user = await vonage.users.createUser({ name: 'alice' }); truthy(user.id, 'id'); });
await run('users.getUser', async () => equal((await vonage.users.getUser(user.id)).name, 'alice'));
await run('users.updateUser', () => vonage.users.updateUser({ ...user, displayName: 'Alice' }));
await run('users.listAllUsers', async () => {
  for (const name of ['bob', 'carol'])
    await vonage.users.createUser({ name });
  equal((await collect(vonage.users.listAllUsers({ pageSize: 2 }))).length, 3);
});
await run('users.deleteUser', () => vonage.users.deleteUser(user.id));

// ---- Video
let session, archive, broadcast;
await run('video.createSession', async () => { session = await vonage.video.createSession({ mediaMode: MediaMode.ROUTED }); truthy(session.sessionId, 'sessionId'); });
const token = () => vonage.video.generateClientToken(session.sessionId, { role: 'moderator' });
await run('video.startArchive', async () => { archive = await vonage.video.startArchive(session.sessionId); truthy(archive.id, 'id'); });
await run('video.getArchive', async () => equal((await vonage.video.getArchive(archive.id)).id, archive.id));
await run('video.searchArchives', async () => truthy(await vonage.video.searchArchives({}), 'page'));
await run('video.updateArchiveLayout', () => vonage.video.updateArchiveLayout(archive.id, { type: 'bestFit' }));
await run('video.stopArchive', () => vonage.video.stopArchive(archive.id));
await run('video.deleteArchive', () => vonage.video.deleteArchive(archive.id));
await run('video.startBroadcast', async () => { broadcast = await vonage.video.startBroadcast(session.sessionId, { outputs: { hls: {} } }); truthy(broadcast.id, 'id'); });
await run('video.getBroadcast', () => vonage.video.getBroadcast(broadcast.id));
await run('video.searchBroadcasts', () => vonage.video.searchBroadcasts({}));
await run('video.stopBroadcast', () => vonage.video.stopBroadcast(broadcast.id));
await run('video.muteAllStreams', () => vonage.video.muteAllStreams(session.sessionId, true, []));
await run('video.sendSignal', () => vonage.video.sendSignal({ type: 'chat', data: 'Hello' }, session.sessionId));
await run('video.playDTMF', () => vonage.video.playDTMF(session.sessionId, '123'));
await run('video.initiateSIPCall', () => vonage.video.initiateSIPCall(session.sessionId, { token: token(), sip: { uri: 'sip:user@sip.example.com' } }));
await run('video.enableCaptions', async () => {
  const captions = await vonage.video.enableCaptions(session.sessionId, token());
  await vonage.video.disableCaptions(captions.captionsId ?? captions);
});
await run('video.startExperienceComposerRender', async () => {
  const composer = await vonage.video.startExperienceComposerRender(session.sessionId, token(), { url: 'https://example.com', resolution: '640x480', properties: { name: 'Composer' } });
  await vonage.video.getExperienceComposerRender(composer.id);
  await vonage.video.listExperienceComposerRenders();
  await vonage.video.stopExperienceComposerRender(composer.id);
});

server.close();
console.log(`${failures} failures`);
process.exitCode = failures ? 1 : 0;
