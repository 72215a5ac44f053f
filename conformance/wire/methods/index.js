// The methods of npm `auth0` and auth-js: `operation` is ours of the same meaning, `input` what it takes by the names
// of the wire, `node` the call with the same, `answer` what comes back. `ours` is given to our call alone. `differs`
// says what we send otherwise, on purpose.

export { authJs } from './auth-js.js';
export { ofOld } from './of-old.js';
export { sinceFour } from './since-four.js';
