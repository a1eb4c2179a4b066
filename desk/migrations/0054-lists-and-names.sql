-- What a list of conversations is counted by lies in the index, also for somebody who may not see the mail of some address.
create index conversations_open_now on conversations (workspace_id, last_message_at desc, conversation_id desc)
  include (came_by, assignee_id, begun_by, unsent)
  where closed_at is null and snoozed_until is null and spam_at is null and merged_into is null;
create index conversations_awaiting_now on conversations (workspace_id, awaiting_since, conversation_id) include (came_by)
  where awaiting_since is not null and snoozed_until is null and merged_into is null;
create index conversations_of_member on conversations (workspace_id, assignee_id, last_message_at desc, conversation_id desc)
  where assignee_id is not null;
create index conversations_of_customer on conversations (workspace_id, customer_id) include (came_by);

-- Every piece of up to three characters, so that what is typed is found anywhere in a name or an address without reading all of them.
create function pieces(words text) returns text[] immutable parallel safe language sql as $$
  select array(
    select substr(words, place, 1) from generate_series(1, length(words)) place
    union all select substr(words, place, 2) from generate_series(1, length(words) - 1) place
    union all select substr(words, place, 3) from generate_series(1, length(words) - 2) place)
$$;
create index customers_pieces on customers using gin (pieces(lower(coalesce(name, '') || E'\n' || coalesce(company, ''))));
create index addresses_pieces on addresses using gin (pieces(value));
create index customers_in_order on customers (workspace_id, lower(name), customer_id) where erased_at is null and merged_into is null;
-- Who writes from the domain of a company.
create index addresses_by_domain on addresses (workspace_id, split_part(value, '@', 2)) where kind = 'mail';
