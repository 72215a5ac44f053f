// What methods are called with, and what they answer.

export const TEXT = 'ä b+c/d|%26&=?#"✓~*';
export const tokens = {
  access_token: 'at',
  token_type: 'Bearer',
  expires_in: 86_400,
  refresh_token: 'rt',
  scope: null,
};
export const all = {
  audience: 'https://api.example.com/',
  scope: 'openid profile offline_access',
  ext_hint: TEXT,
};
export const IDENTITY = { user_id: 'auth0|1', email: 'ada@example.com', name: TEXT, nickname: null };
