-- PostgreSQL only: tells every process on this database which tenant's configuration or signing keys a
-- commit changed. A new table that is kept in memory gets its trigger in its own step.

CREATE FUNCTION doorward_tell_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- The channel, and the column with the tenant's id.
    PERFORM pg_notify(TG_ARGV[0], to_jsonb(COALESCE(NEW, OLD)) ->> TG_ARGV[1]);
    RETURN NULL;
END $$;

CREATE TRIGGER tell_change AFTER INSERT OR UPDATE OR DELETE ON tenants
    FOR EACH ROW EXECUTE FUNCTION doorward_tell_change('doorward_configuration', 'id');
CREATE TRIGGER tell_change AFTER INSERT OR UPDATE OR DELETE ON clients
    FOR EACH ROW EXECUTE FUNCTION doorward_tell_change('doorward_configuration', 'tenant_id');
CREATE TRIGGER tell_change AFTER INSERT OR UPDATE OR DELETE ON client_credentials
    FOR EACH ROW EXECUTE FUNCTION doorward_tell_change('doorward_configuration', 'tenant_id');
CREATE TRIGGER tell_change AFTER INSERT OR UPDATE OR DELETE ON connections
    FOR EACH ROW EXECUTE FUNCTION doorward_tell_change('doorward_configuration', 'tenant_id');
CREATE TRIGGER tell_change AFTER INSERT OR UPDATE OR DELETE ON connection_clients
    FOR EACH ROW EXECUTE FUNCTION doorward_tell_change('doorward_configuration', 'tenant_id');
CREATE TRIGGER tell_change AFTER INSERT OR UPDATE OR DELETE ON resource_servers
    FOR EACH ROW EXECUTE FUNCTION doorward_tell_change('doorward_configuration', 'tenant_id');
CREATE TRIGGER tell_change AFTER INSERT OR UPDATE OR DELETE ON client_grants
    FOR EACH ROW EXECUTE FUNCTION doorward_tell_change('doorward_configuration', 'tenant_id');
CREATE TRIGGER tell_change AFTER INSERT OR UPDATE OR DELETE ON signing_keys
    FOR EACH ROW EXECUTE FUNCTION doorward_tell_change('doorward_signing_keys', 'tenant_id');
