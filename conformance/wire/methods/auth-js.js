// The methods of `@auth0/auth0-auth-js`.

import { all, IDENTITY, TEXT, tokens } from './values.js';

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
