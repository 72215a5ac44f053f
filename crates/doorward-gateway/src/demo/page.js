// The application's part of a login: its own state on the way out, the code and that state on the way back.

const here = '/_doorward/demo';
const kept = 'doorward-demo-state';
const part = (id) => document.getElementById(id);

part('log-in').addEventListener('click', logIn);
part('refresh').addEventListener('click', busy(refresh));
// Without `redirect` the tenant sends the browser to the first of the client's own addresses for that: this page. One that is
// named would have to be in the list of the whole tenant.
part('log-out').addEventListener('click', () => leave(`${here}/logout`));

await start();

async function start() {
  const arrived = new URLSearchParams(location.search);
  // A code is for one use, and no address to keep.
  if (location.search) history.replaceState(null, '', here);
  if (arrived.has('error')) {
    tell(arrived.get('error_description') || arrived.get('error'), true);
  } else if (arrived.has('code')) {
    await comeBack(arrived.get('code'), arrived.get('state'));
  }
  await show();
}

function logIn() {
  const state = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))));
  sessionStorage.setItem(kept, state);
  leave(`${here}/authorize?${new URLSearchParams({ state, redirect: here })}`);
}

async function comeBack(code, state) {
  const expected = sessionStorage.getItem(kept);
  sessionStorage.removeItem(kept);
  if (!expected || state !== expected) {
    tell('This answer belongs to no login that was begun here.', true);
    return;
  }
  const answer = await call('POST', '/oauth/token', { code, state });
  if (!answer.ok) tell(await message(answer), true);
}

async function refresh() {
  const answer = await call('POST', '/refreshtoken', {});
  if (answer.ok) tell('The tokens behind the cookie are new.');
  else tell(await message(answer), true);
  await show();
}

/** Shows who is logged in, as the gateway says. */
async function show() {
  const answer = await call('GET', '/userinfo');
  const profile = answer.ok ? await answer.json() : undefined;
  if (!answer.ok && answer.status !== 401) tell(await message(answer), true);
  part('stranger').hidden = Boolean(profile);
  part('session').hidden = !profile;
  if (!profile) return;
  const name = profile.name || profile.nickname || profile.email || profile.sub;
  part('name').textContent = name;
  part('initial').textContent = name.slice(0, 1).toUpperCase();
  part('user-id').textContent = profile.sub;
  const time = (seconds) => seconds && new Date(seconds * 1000).toLocaleString();
  const facts = {
    'E-mail': profile.email,
    Groups: profile.groups?.join(', '),
    'Token issued': time(profile.iat),
    'Token expires': time(profile.exp),
  };
  const rows = Object.entries(facts).filter(([, value]) => value);
  part('facts').replaceChildren(...rows.flatMap(([term, value]) => [element('dt', term), element('dd', value)]));
  part('profile').textContent = JSON.stringify(profile, null, 2);
}

async function call(method, path, body) {
  const headers = body && { 'content-type': 'application/json' };
  const answer = await fetch(here + path, { method, headers, body: body && JSON.stringify(body) });
  const line = element('li');
  line.append(element('span', `${method} ${path}`), element('span', `${answer.status}`));
  part('log').prepend(line);
  part('calls').hidden = false;
  return answer;
}

async function message(answer) {
  const { message } = await answer.json().catch(() => ({}));
  return message || `The gateway answered ${answer.status}.`;
}

function tell(text, isProblem = false) {
  const notice = part('notice');
  notice.textContent = text;
  notice.classList.toggle('problem', isProblem);
  notice.hidden = false;
}

function element(name, text) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  return made;
}

/** Does it with the button out of reach meanwhile. */
function busy(work) {
  return async ({ currentTarget: button }) => {
    button.disabled = true;
    try {
      await work();
    } catch {
      tell('The gateway does not answer.', true);
    } finally {
      button.disabled = false;
    }
  };
}

function leave(address) {
  location.assign(address);
}
