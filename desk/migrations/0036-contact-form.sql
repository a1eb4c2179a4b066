-- A form on the shop's own site, as a way in. Off until an admin turns it on.
update workspaces set settings = settings || '{"contactForm": {"on": false}}'::jsonb where not settings ? 'contactForm';
