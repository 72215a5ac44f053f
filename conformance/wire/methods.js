// The methods of npm `auth0` and auth-js: `operation` is ours of the same meaning, `input` what it takes by the names
// of the wire, `node` the call with the same, `answer` what comes back. `ours` is given to our call alone. `differs`
// says what we send otherwise, on purpose.

const TEXT = 'ä b+c/d|%26&=?#"✓~*';
const tokens = {
  access_token: 'at',
  token_type: 'Bearer',
  expires_in: 86_400,
  refresh_token: 'rt',
  scope: null,
};
const all = {
  audience: 'https://api.example.com/',
  scope: 'openid profile offline_access',
  ext_hint: TEXT,
};
const IDENTITY = { user_id: 'auth0|1', email: 'ada@example.com', name: TEXT, nickname: null };

/** The same in versions 4, 5 and 6. */
export const sinceFour = [
  {
    operation: 'database.signUp',
    input: {
      email: 'ada@example.com',
      password: TEXT,
      connection: 'db',
      username: 'ada',
      given_name: 'Ada',
      family_name: 'Lovelace',
      name: TEXT,
      nickname: 'a',
      picture: 'https://example.com/a.png',
      user_metadata: { plan: 'silver', nothing: null },
      more: TEXT,
    },
    node: ({ auth }, input) => auth.database.signUp(input),
    answer: { id: '1', email: 'ada@example.com', email_verified: false, username: null },
  },
  {
    operation: 'database.changePassword',
    input: { email: 'ada@example.com', connection: 'db', organization: 'org_1', more: TEXT },
    node: ({ auth }, input) => auth.database.changePassword(input),
    answer: "We've just sent you an email.",
  },
  {
    operation: 'oauth.authorizationCodeGrant',
    input: { code: TEXT, redirect_uri: 'https://app.example.com/callback?a=b', more: TEXT },
    node: ({ auth }, input) => auth.oauth.authorizationCodeGrant(input),
    answer: tokens,
    exactly: true,
  },
  {
    operation: 'oauth.authorizationCodeGrantWithPKCE',
    input: { code: 'c', code_verifier: TEXT, redirect_uri: 'https://app.example.com/callback', more: TEXT },
    node: ({ auth }, input) => auth.oauth.authorizationCodeGrantWithPKCE(input),
    answer: tokens,
    exactly: true,
  },
  {
    operation: 'oauth.clientCredentialsGrant',
    input: { audience: TEXT, organization: 'org_1', more: TEXT },
    node: ({ auth }, input) => auth.oauth.clientCredentialsGrant(input),
    answer: tokens,
    exactly: true,
  },
  ...[{ realm: 'staff' }, { realm: '' }, {}].map((realm) => ({
    operation: 'oauth.passwordGrant',
    input: { username: TEXT, password: TEXT, ...realm, ...all },
    node: ({ auth }, input) => auth.oauth.passwordGrant(input),
    answer: tokens,
    exactly: true,
  })),
  {
    operation: 'oauth.refreshTokenGrant',
    input: { refresh_token: TEXT, ...all },
    node: ({ auth }, input) => auth.oauth.refreshTokenGrant(input),
    answer: tokens,
    exactly: true,
  },
  {
    operation: 'oauth.revokeRefreshToken',
    input: { token: TEXT, more: TEXT },
    node: ({ auth }, input) => auth.oauth.revokeRefreshToken(input),
    exactly: true,
  },
  {
    operation: 'oauth.pushedAuthorization',
    input: {
      response_type: 'code',
      redirect_uri: 'https://app.example.com/callback',
      response_mode: 'form_post',
      nonce: 'n',
      state: TEXT,
      connection: 'db',
      scope: 'openid profile',
      audience: 'https://api.example.com/',
      organization: 'org_1',
      invitation: 'i',
      code_challenge: 'c',
      code_challenge_method: 'S256',
      request: 'e30.e30.',
      authorization_details: JSON.stringify([{ type: 'payment', amount: 1 }]),
      more: TEXT,
    },
    // It wants the client's id told once more.
    node: ({ auth }, input) => auth.oauth.pushedAuthorization({ client_id: auth.oauth.clientId, ...input }),
    answer: { request_uri: 'urn:ietf:params:oauth:request_uri:1', expires_in: 30 },
    exactly: true,
  },
  ...[{}, { subject_token_type: 'urn:ietf:params:oauth:token-type:access_token' }].map((type) => ({
    operation: 'oauth.tokenForConnection',
    input: { ...type, subject_token: TEXT, connection: 'google-oauth2', login_hint: TEXT },
    node: ({ auth }, input) => auth.oauth.tokenForConnection(input),
    answer: { ...tokens, issued_token_type: 'urn:x' },
    exactly: true,
  })),
  ...['code', 'link', undefined].map((send) => ({
    operation: 'passwordless.sendEmail',
    input: { email: 'ada@example.com', ...(send && { send }), authParams: { scope: 'openid', state: TEXT } },
    node: ({ auth }, input) => auth.passwordless.sendEmail(input),
    exactly: true,
  })),
  {
    operation: 'passwordless.sendSMS',
    input: { phone_number: '+15550100', more: TEXT },
    node: ({ auth }, input) => auth.passwordless.sendSMS(input),
    exactly: true,
  },
  {
    operation: 'passwordless.loginWithEmail',
    input: { email: 'ada@example.com', code: TEXT, audience: all.audience, scope: 'openid profile' },
    node: ({ auth }, input) => auth.passwordless.loginWithEmail(input),
    answer: tokens,
  },
  {
    operation: 'passwordless.loginWithSMS',
    input: { phone_number: '+15550100', code: TEXT, audience: all.audience, scope: 'openid profile' },
    node: ({ auth }, input) => auth.passwordless.loginWithSMS(input),
    answer: tokens,
  },
  {
    operation: 'backchannel.authorize',
    input: {
      userId: 'auth0|ü 1',
      binding_message: TEXT,
      scope: 'openid profile',
      audience: all.audience,
      requested_expiry: '100',
      authorization_details: JSON.stringify([{ type: 'payment' }]),
      more: TEXT,
    },
    node: ({ auth }, input) => auth.backchannel.authorize(input),
    answer: { auth_req_id: 'r', expires_in: 300, interval: 5 },
  },
  {
    operation: 'backchannel.backchannelGrant',
    input: { auth_req_id: TEXT },
    node: ({ auth }, input) => auth.backchannel.backchannelGrant(input),
    answer: { ...tokens, authorization_details: [{ type: 'payment', amount: null }] },
  },
  {
    operation: 'tokenExchange.exchangeToken',
    input: {
      subject_token_type: 'urn:mine:token',
      subject_token: TEXT,
      audience: all.audience,
      scope: 'openid profile',
      organization: 'org_1',
      more: TEXT,
    },
    node: ({ auth }, input) => auth.tokenExchange.exchangeToken(input),
    answer: { ...tokens, issued_token_type: 'urn:x' },
  },
  {
    operation: 'userInfo.getUserInfo',
    input: { access_token: 'a.b.c' },
    node: ({ users }, { access_token }) => users.getUserInfo(access_token),
    answer: { sub: 'auth0|1', ...IDENTITY, updated_at: null, address: { country: null } },
  },
];

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

/** auth-js, which took the place of the client that version 7 has no more. */
export const authJs = [
  {
    operation: 'oauth.clientCredentialsGrant',
    input: { audience: all.audience, organization: 'org_1' },
    node: (auth, input) => auth.getTokenByClientCredentials(input),
    answer: tokens,
  },
  {
    operation: 'oauth.passwordGrant',
    input: { username: TEXT, password: TEXT, audience: all.audience, scope: 'openid' },
    node: (auth, input) => auth.getTokenByPassword(input),
    answer: tokens,
  },
  {
    operation: 'oauth.passwordGrant',
    input: { username: TEXT, password: TEXT, realm: 'staff' },
    node: (auth, input) => auth.getTokenByPassword(input),
    answer: tokens,
    // A realm has a grant type of its own, as in versions 2 to 6.
    differs: ({ body }) => ({
      body: { ...body, grant_type: 'http://auth0.com/oauth/grant-type/password-realm' },
    }),
  },
  {
    operation: 'oauth.refreshTokenGrant',
    input: { refresh_token: TEXT, audience: all.audience, scope: 'openid' },
    node: (auth, { refresh_token, ...input }) => auth.getTokenByRefreshToken({ refreshToken: refresh_token, ...input }),
    answer: tokens,
  },
  {
    operation: 'oauth.revokeRefreshToken',
    input: { token: TEXT, token_type_hint: 'refresh_token' },
    node: (auth, { token }) => auth.revokeToken({ token, tokenTypeHint: 'refresh_token' }),
    // JSON, as versions 2 to 6 revoke.
    differs: ({ body }) => ({ type: 'application/json', body }),
  },
  {
    operation: 'oauth.authorizationCodeGrantWithPKCE',
    input: { code: TEXT, code_verifier: 'v'.repeat(43), redirect_uri: 'https://app.example.com/callback' },
    node: (auth, { code, code_verifier, redirect_uri }) => {
      const url = new URL(redirect_uri);
      url.searchParams.set('code', code);
      return auth.getTokenByCode(url, { codeVerifier: code_verifier });
    },
    answer: tokens,
  },
  {
    operation: 'passwordless.sendEmail',
    input: { email: 'ada@example.com', send: 'code' },
    node: (auth, { email }) => auth.passwordless.sendEmail({ email }),
  },
  {
    operation: 'passwordless.sendEmail',
    input: { email: 'ada@example.com', send: 'link', authParams: { scope: 'openid' } },
    node: (auth, input) => auth.passwordless.sendEmail(input),
  },
  {
    operation: 'passwordless.sendSMS',
    input: { phone_number: '+15550100' },
    node: (auth, { phone_number }) => auth.passwordless.sendSms({ phoneNumber: phone_number }),
  },
  {
    operation: 'passwordless.loginWithEmail',
    input: { email: 'ada@example.com', code: '123456', audience: all.audience, scope: 'openid' },
    node: (auth, input) => auth.getTokenByPasswordlessEmail(input),
    answer: tokens,
  },
  {
    operation: 'passwordless.loginWithSMS',
    input: { phone_number: '+15550100', code: '123456', scope: 'openid' },
    node: (auth, { phone_number, ...input }) => auth.getTokenByPasswordlessSms({ phoneNumber: phone_number, ...input }),
    answer: tokens,
  },
  {
    operation: 'passwordless.challenge',
    input: { email: 'ada@example.com', connection: 'db' },
    node: (auth, input) => auth.passwordless.challengeWithEmail(input),
    answer: { auth_session: 's' },
  },
  {
    operation: 'passwordless.challenge',
    input: { phone_number: '+15550100', connection: 'db', delivery_method: 'voice', allow_signup: true },
    node: (auth, { phone_number, connection }) =>
      auth.passwordless.challengeWithPhoneNumber({
        phoneNumber: phone_number,
        connection,
        deliveryMethod: 'voice',
        allowSignup: true,
      }),
    answer: { auth_session: 's' },
  },
  {
    operation: 'passwordless.loginWithOtp',
    input: { auth_session: TEXT, otp: '123456', scope: 'openid', audience: all.audience },
    node: (auth, { auth_session, ...input }) =>
      auth.passwordless.getTokenByPasswordlessDbConnection({ authSession: auth_session, ...input }),
    answer: tokens,
  },
  {
    operation: 'database.signUp',
    input: { email: 'ada@example.com', password: TEXT, connection: 'db', given_name: 'Ada' },
    node: (auth, { given_name, ...input }) => auth.database.signUp({ ...input, givenName: given_name }),
    answer: { id: '1', email: 'ada@example.com' },
  },
  {
    operation: 'database.changePassword',
    input: { email: 'ada@example.com', connection: 'db', organization: 'org_1' },
    node: (auth, input) => auth.database.changePassword(input),
    answer: "We've just sent you an email.",
  },
  {
    operation: 'backchannel.authorize',
    input: { userId: 'auth0|1', binding_message: 'hi', scope: 'openid', requested_expiry: 100 },
    node: (auth, { userId, binding_message, scope }) =>
      auth.initiateBackchannelAuthentication({
        bindingMessage: binding_message,
        loginHint: { sub: userId },
        requestedExpiry: 100,
        authorizationParams: { scope },
      }),
    answer: { auth_req_id: 'r', expires_in: 300, interval: 5 },
  },
  {
    operation: 'backchannel.backchannelGrant',
    input: { auth_req_id: TEXT },
    node: (auth, { auth_req_id }) => auth.backchannelAuthenticationGrant({ authReqId: auth_req_id }),
    answer: tokens,
  },
  {
    operation: 'oauth.tokenForConnection',
    input: { subject_token: TEXT, connection: 'google-oauth2', login_hint: 'h' },
    // The credentials name the client; here it is named once more, as versions 4 to 6 do not.
    ours: { client_id: 'CID ü' },
    node: (auth, { subject_token, connection, login_hint }) =>
      auth.getTokenForConnection({ connection, refreshToken: subject_token, loginHint: login_hint }),
    answer: tokens,
  },
  {
    operation: 'tokenExchange.exchangeToken',
    input: {
      subject_token_type: 'urn:mine:token',
      subject_token: TEXT,
      audience: all.audience,
      scope: 'openid',
      organization: 'org_1',
      requested_token_type: 'urn:x',
      actor_token: 'act',
      actor_token_type: 'urn:y',
      more: TEXT,
    },
    node: (auth, input) =>
      auth.exchangeToken({
        subjectTokenType: input.subject_token_type,
        subjectToken: input.subject_token,
        audience: input.audience,
        scope: input.scope,
        organization: input.organization,
        requestedTokenType: input.requested_token_type,
        actorToken: input.actor_token,
        actorTokenType: input.actor_token_type,
        extra: { more: input.more },
      }),
    answer: { ...tokens, issued_token_type: 'urn:x' },
  },
  {
    operation: 'userInfo.getUserInfo',
    input: { access_token: 'a.b.c' },
    node: (auth, { access_token }) => auth.getUserInfo({ accessToken: access_token }),
    answer: { sub: 'auth0|1', ...IDENTITY },
  },
  {
    operation: 'mfa.listAuthenticators',
    input: { mfa_token: 'a.b.c' },
    node: (auth, { mfa_token }) => auth.mfa.listAuthenticators({ mfaToken: mfa_token }),
    answer: [{ id: 'sms|dev_1', authenticator_type: 'oob', active: true, oob_channel: 'sms', name: null, x: {} }],
  },
  {
    operation: 'mfa.associate',
    input: { mfa_token: 'a.b.c', authenticator_types: ['otp'] },
    node: (auth, { mfa_token }) => auth.mfa.enrollAuthenticator({ mfaToken: mfa_token, authenticatorTypes: ['otp'] }),
    answer: { authenticator_type: 'otp', secret: 's', barcode_uri: 'otpauth://totp', recovery_codes: ['r'] },
  },
  {
    operation: 'mfa.associate',
    input: {
      mfa_token: 'a.b.c',
      authenticator_types: ['oob'],
      oob_channels: ['sms'],
      phone_number: '+15550100',
    },
    node: (auth, { mfa_token }) =>
      auth.mfa.enrollAuthenticator({
        mfaToken: mfa_token,
        authenticatorTypes: ['oob'],
        oobChannels: ['sms'],
        phoneNumber: '+15550100',
      }),
    answer: { authenticator_type: 'oob', oob_channel: 'sms', oob_code: 'o', binding_method: null },
  },
  {
    operation: 'mfa.deleteAuthenticator',
    input: { access_token: 'a.b.c', id: 'sms|ü 1' },
    node: (auth, { access_token, id }) => auth.mfa.deleteAuthenticator({ mfaToken: access_token, authenticatorId: id }),
  },
  {
    operation: 'mfa.challenge',
    input: { mfa_token: TEXT, challenge_type: 'oob', authenticator_id: 'sms|dev_1' },
    node: (auth, { mfa_token }) =>
      auth.mfa.challengeAuthenticator({
        mfaToken: mfa_token,
        challengeType: 'oob',
        authenticatorId: 'sms|dev_1',
      }),
    answer: { challenge_type: 'oob', oob_code: 'o', binding_method: null },
  },
  {
    operation: 'mfa.verifyOtp',
    input: { mfa_token: TEXT, otp: '123456' },
    node: (auth, { mfa_token, otp }) => auth.mfa.verify({ mfaToken: mfa_token, factorType: 'otp', otp }),
    answer: tokens,
  },
  {
    operation: 'mfa.verifyOob',
    input: { mfa_token: TEXT, oob_code: 'o', binding_code: '123456' },
    node: (auth, { mfa_token, oob_code, binding_code }) =>
      auth.mfa.verify({
        mfaToken: mfa_token,
        factorType: 'oob',
        oobCode: oob_code,
        bindingCode: binding_code,
      }),
    answer: tokens,
  },
  {
    operation: 'mfa.verifyRecoveryCode',
    input: { mfa_token: TEXT, recovery_code: 'r' },
    node: (auth, { mfa_token, recovery_code }) =>
      auth.mfa.verify({ mfaToken: mfa_token, factorType: 'recovery-code', recoveryCode: recovery_code }),
    answer: { ...tokens, recovery_code: 'next' },
  },
  {
    operation: 'passkey.register',
    input: {
      user_profile: { email: 'ada@example.com', name: TEXT },
      realm: 'db',
      organization: 'org_1',
      user_metadata: { plan: 'silver' },
    },
    node: (auth, { user_profile, user_metadata, ...input }) =>
      auth.passkey.register({ ...user_profile, ...input, userMetadata: user_metadata }),
    answer: { auth_session: 's', authn_params_public_key: { challenge: 'c', user: { id: 'i' }, x: null } },
  },
  {
    operation: 'passkey.challenge',
    input: { realm: 'db', organization: 'org_1' },
    node: (auth, input) => auth.passkey.challenge(input),
    answer: { auth_session: 's', authn_params_public_key: { challenge: 'c', x: null } },
  },
  {
    operation: 'passkey.grant',
    input: {
      auth_session: TEXT,
      authn_response: { id: 'i', type: 'public-key', response: { signature: 's' } },
      realm: 'db',
      scope: 'openid',
      audience: all.audience,
    },
    node: (auth, { auth_session, authn_response, ...input }) =>
      auth.passkey.getTokenByPasskey({ authSession: auth_session, credential: authn_response, ...input }),
    answer: tokens,
  },
  {
    operation: 'anonymous.createSession',
    input: { audience: all.audience, scope: 'read:things', metadata: { cart: TEXT } },
    node: (auth, input) => auth.anonymous.createSession(input),
    answer: { access_token: 'at', expires_in: 60, session_token: 's', session_expires_in: 600, scope: null },
  },
  {
    operation: 'anonymous.getAccessToken',
    input: { session_token: TEXT, audience: all.audience, scope: 'read:things' },
    node: (auth, { session_token, ...input }) =>
      auth.anonymous.getAccessToken({ sessionToken: session_token, ...input }),
    answer: { access_token: 'at', expires_in: 60, session_expires_in: 600 },
  },
  {
    operation: 'anonymous.mintTransferToken',
    input: { session_token: TEXT },
    node: (auth, { session_token }) => auth.anonymous.mintTransferToken(session_token),
    answer: { anon_transfer_token: 't' },
  },
  {
    operation: 'anonymous.logout',
    input: {},
    node: (auth) => auth.anonymous.logout(),
  },
];
