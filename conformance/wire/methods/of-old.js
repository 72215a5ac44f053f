// The methods of npm `auth0` that versions 2 and 3 have.

import { all, IDENTITY, TEXT, tokens } from './values.js';

/** Versions 2 and 3 send JSON to the token endpoint, since 4 it is the form of RFC 6749, and so it is with us. */
const form = ({ body }) => ({ type: 'application/x-www-form-urlencoded', body });

/** The same in versions 2 and 3. */
export const ofOld = [
  {
    operation: 'legacy.signIn',
    input: { username: 'ada', password: TEXT, connection: 'db', scope: 'openid profile', device: 'd', more: TEXT },
    node: (auth, input) => auth.database.signIn(input),
    answer: tokens,
  },
  {
    operation: 'legacy.signIn',
    input: { username: '+15550100', password: '123456', connection: 'sms' },
    node: (auth, { username, password }) => auth.verifySMSCode({ username, password }),
    answer: tokens,
    // There is no secret in what any application may call.
    differs: ({ body: { client_secret, ...body } }) => ({ body }),
  },
  {
    operation: 'database.signUp',
    input: { email: 'ada@example.com', password: TEXT, connection: 'db', user_metadata: { a: null }, more: TEXT },
    node: (auth, input) => auth.database.signUp(input),
    answer: { id: '1', email: 'ada@example.com' },
  },
  {
    operation: 'legacy.changePassword',
    input: { email: 'ada@example.com', password: TEXT, connection: 'db' },
    node: (auth, input) => auth.changePassword(input),
    answer: "We've just sent you an email.",
  },
  {
    operation: 'database.changePassword',
    input: { email: 'ada@example.com', connection: 'db' },
    node: (auth, input) => auth.requestChangePasswordEmail(input),
    answer: "We've just sent you an email.",
  },
  ...[{ realm: 'staff' }, {}].map((realm) => ({
    operation: 'oauth.passwordGrant',
    input: { username: TEXT, password: TEXT, ...realm, ...all },
    node: (auth, input) => auth.passwordGrant(input),
    answer: tokens,
    differs: form,
  })),
  {
    operation: 'oauth.refreshTokenGrant',
    input: { refresh_token: TEXT, more: TEXT },
    node: (auth, input) => auth.refreshToken(input),
    answer: tokens,
    differs: form,
  },
  {
    operation: 'legacy.socialSignIn',
    input: { access_token: TEXT, connection: 'facebook', scope: 'openid' },
    node: (auth, input) => auth.oauth.socialSignIn(input),
    answer: tokens,
  },
  {
    operation: 'oauth.clientCredentialsGrant',
    input: { audience: all.audience, scope: 'read:messages' },
    node: (auth, input) => auth.clientCredentialsGrant(input),
    answer: tokens,
    differs: form,
  },
  {
    operation: 'oauth.authorizationCodeGrant',
    input: { code: TEXT, redirect_uri: 'https://app.example.com/callback' },
    node: (auth, input) => auth.oauth.authorizationCodeGrant(input),
    answer: tokens,
    differs: form,
  },
  {
    operation: 'passwordless.sendEmail',
    input: { email: 'ada@example.com', send: 'link', authParams: { scope: 'openid', state: TEXT } },
    node: (auth, input) => auth.requestMagicLink(input),
  },
  {
    operation: 'passwordless.sendEmail',
    input: { email: 'ada@example.com', send: 'code' },
    node: (auth, input) => auth.requestEmailCode(input),
  },
  ...['phone_number', 'phoneNumber'].map((name) => ({
    operation: 'passwordless.sendSMS',
    input: { phone_number: '+15550100' },
    node: (auth, input) => auth.requestSMSCode({ [name]: input.phone_number }),
  })),
  {
    operation: 'passwordless.loginWithEmail',
    input: { email: 'ada@example.com', code: '123456', scope: 'openid' },
    node: (auth, { email, code }) => auth.verifyEmailCode({ email, otp: code }),
    answer: tokens,
    differs: form,
  },
  {
    operation: 'passwordless.loginWithSMS',
    input: { phone_number: '+15550100', code: '123456', scope: 'openid' },
    node: (auth, { phone_number, code }) => auth.verifySMSCode({ phone_number, otp: code }),
    answer: tokens,
    differs: form,
  },
  {
    operation: 'userInfo.getUserInfo',
    input: { access_token: 'a.b.c' },
    node: (auth, { access_token }) => auth.getProfile(access_token),
    answer: { sub: 'auth0|1', ...IDENTITY },
  },
  {
    operation: 'legacy.impersonate',
    input: {
      user_id: 'auth0|1',
      impersonator_id: 'auth0|2',
      protocol: 'oauth2',
      token: 'a.b.c',
      additionalParameters: { response_type: 'code', state: TEXT },
    },
    node: (auth, { user_id, ...settings }) => auth.users.impersonate(user_id, settings),
    answer: 'https://tenant.test/users/x/impersonate?bewit=y',
    // Version 3 leaves the bar as it is.
    differs: ({ path }) => ({ path: path.replace('|', '%7C') }),
  },
  {
    operation: 'legacy.tokenInfo',
    input: { id_token: TEXT },
    node: (auth, { id_token }) => auth.tokens.getInfo(id_token),
    answer: { ...IDENTITY, clientID: 'CID', identities: [{ provider: 'auth0', isSocial: false, x: null }] },
  },
  ...['id_token', 'refresh_token'].map((name) => ({
    operation: 'legacy.delegationToken',
    input: {
      [name]: TEXT,
      api_type: 'app',
      target: 'T',
      scope: 'openid',
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    },
    node: (auth, input) => auth.tokens.getDelegationToken(input),
    answer: { token_type: 'Bearer', expires_in: 36_000, id_token: 'a.b.c', access_token: null },
  })),
  {
    operation: 'oauth.revokeRefreshToken',
    input: { token: TEXT },
    node: (auth, input) => auth.tokens.revokeRefreshToken(input),
  },
];
