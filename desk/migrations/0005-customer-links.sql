-- The customer's page: the links that open it, and the codes that open the rest of what was promised to them.

update workspaces set settings = settings || '{"customerPage": {"on": false, "footer": false, "showOwner": "name", "days": 90}}'::jsonb
where not settings ? 'customerPage';

-- One link of a conversation works at a time. What stands in the address is made with the desk's key from link_id, so that
-- it can be shown again; only its digest is here.
create table customer_links (
  workspace_id uuid not null references workspaces,
  link_id uuid not null,
  conversation_id uuid not null,
  token_digest text not null,
  created_by uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  primary key (workspace_id, link_id),
  foreign key (workspace_id, conversation_id) references conversations
);
create unique index customer_links_by_token on customer_links (workspace_id, token_digest);
create index customer_links_by_digest on customer_links (token_digest);
create unique index customer_links_live on customer_links (workspace_id, conversation_id) where revoked_at is null;

-- A code is made with the desk's key from code_id; it is nowhere in here.
create table customer_codes (
  workspace_id uuid not null references workspaces,
  code_id uuid not null,
  link_id uuid not null,
  customer_id uuid not null,
  tries int not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (workspace_id, code_id),
  foreign key (workspace_id, link_id) references customer_links,
  foreign key (workspace_id, customer_id) references customers
);
create index customer_codes_by_customer on customer_codes (workspace_id, customer_id, created_at desc);
create index customer_codes_by_age on customer_codes (created_at);

-- A code goes to the address that its customer has when it is sent. It is remembered for a day, so nothing refers to it.
alter table outbox drop constraint outbox_kind_check;
alter table outbox add column code_id uuid;
alter table outbox add constraint outbox_kind_check check (
  (kind = 'mail' and message_id is not null and member_id is null and code_id is null)
  or (kind = 'notice' and message_id is null and member_id is not null and code_id is null)
  or (kind = 'code' and message_id is null and member_id is null and code_id is not null)
);
