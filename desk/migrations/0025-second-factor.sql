-- The second factor, passkeys, and by what each session began. Tables of the sign-in library's side: they belong to a user,
-- who may be in several workspaces. Here too every timestamp's name ends in _at, and nothing else does.

alter table identity_users add two_factor_enabled boolean not null default false;
-- password (alone), code, recovery-code, passkey, provider (single sign-on)
alter table identity_sessions add signed_in_by text not null default 'password';

create table identity_two_factors (
  id text primary key,
  user_id text not null unique references identity_users (id) on delete cascade,
  secret text not null, -- sealed by the library with the desk's key
  backup_codes text not null, -- sealed as well
  verified boolean,
  failed_verification_count int not null default 0,
  locked_until_at timestamptz
);

create table identity_passkeys (
  id text primary key,
  user_id text not null references identity_users (id) on delete cascade,
  name text not null,
  credential text not null unique, -- base64url, as the authenticator names it
  public_key text not null, -- COSE, base64url
  counter bigint not null,
  transports text[] not null default '{}',
  created_at timestamptz not null,
  used_at timestamptz
);
create index identity_passkeys_by_user on identity_passkeys (user_id);

-- Codes of authenticators that were used: none is good twice. Removed after some minutes.
create table identity_used_codes (
  digest text primary key,
  used_at timestamptz not null
);

update workspaces set settings = settings || '{"access": {"secondFactor": "optional"}}'::jsonb where not settings ? 'access';
