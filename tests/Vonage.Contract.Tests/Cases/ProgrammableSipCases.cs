using Vonage.ProgrammableSip;

namespace Vonage.Contract.Tests.Cases;

internal static class ProgrammableSipCases
{
    private const string Domain = "mydomain";
    private const string User = "alice";

    public static IEnumerable<OperationCase> All()
    {
        yield return Case("list", "", "GET", "", async (v, ids) =>
        {
            await MakeAsync(v, ids);
            Assert.That((await v.ProgrammableSip.ListAsync())[0].Name, Is.EqualTo(Domain));
        });
        yield return Case("create", "what is required", "POST", "", async (v, ids) => Assert.That((await MakeAsync(v, ids)).Tls, Is.EqualTo(SipEncryption.Optional)), """{"name":"mydomain","application_id":"{application}","acl":["192.0.2.1"]}""");
        yield return Case("create", "all fields", "POST", "", async (v, ids) => await v.ProgrammableSip.CreateAsync(new(Domain, ids.Fill("{application}"))
        {
            Tls = SipEncryption.Always,
            Srtp = SipEncryption.Never,
            DigestAuth = true,
            Acl = { "192.0.2.1", "198.51.100.0/24" },
            DomainType = SipDomainType.Trunk,
        }), """{"name":"mydomain","application_id":"{application}","tls":"always","srtp":"never","digest_auth":true,"acl":["192.0.2.1","198.51.100.0/24"],"domain_type":"trunk"}""");
        yield return Case("get", "", "GET", "/mydomain", async (v, ids) =>
        {
            await MakeAsync(v, ids);
            Assert.That((await v.ProgrammableSip.GetAsync(Domain)).Acl, Has.Some.EqualTo("192.0.2.1"));
        });
        yield return Case("replace", "", "PUT", "/mydomain", async (v, ids) =>
        {
            await MakeAsync(v, ids);
            await v.ProgrammableSip.ReplaceAsync(Domain, new(Domain, ids.Fill("{application}")) { Acl = { "192.0.2.2" } });
        }, """{"name":"mydomain","application_id":"{application}","acl":["192.0.2.2"]}""");
        yield return Case("delete", "", "DELETE", "/mydomain", async (v, ids) =>
        {
            await MakeAsync(v, ids);
            await v.ProgrammableSip.DeleteAsync(Domain);
        });
        yield return Case("delete", "with its users", "DELETE", "/mydomain", async (v, ids) =>
        {
            await MakeAsync(v, ids);
            await v.ProgrammableSip.DeleteAsync(Domain, cascade: true);
        }, query: "cascade=true");
        yield return Case("listUsers", "", "GET", "/mydomain/users", async (v, ids) =>
        {
            await MakeUserAsync(v, ids);
            Assert.That((await v.ProgrammableSip.ListUsersAsync(Domain))[0].Key, Is.EqualTo(User));
        });
        yield return Case("createUser", "", "POST", "/mydomain/users", (v, ids) => MakeUserAsync(v, ids), """{"key":"alice","secret":"Password123"}""");
        yield return Case("getUser", "", "GET", "/mydomain/users/alice", async (v, ids) =>
        {
            await MakeUserAsync(v, ids);
            Assert.That((await v.ProgrammableSip.GetUserAsync(Domain, User)).Key, Is.EqualTo(User));
        });
        yield return Case("replaceUser", "", "PUT", "/mydomain/users/alice", async (v, ids) =>
        {
            await MakeUserAsync(v, ids);
            await v.ProgrammableSip.ReplaceUserAsync(Domain, User, new(User, "Password456"));
        }, """{"key":"alice","secret":"Password456"}""");
        yield return Case("deleteUser", "", "DELETE", "/mydomain/users/alice", async (v, ids) =>
        {
            await MakeUserAsync(v, ids);
            await v.ProgrammableSip.DeleteUserAsync(Domain, User);
        });
        yield return Case("listEndpoints", "", "GET", "/mydomain/endpoints", async (v, ids) =>
        {
            await MakeAsync(v, ids);
            Assert.That((await v.ProgrammableSip.ListEndpointsAsync(Domain))[0].Uri, Is.EqualTo(new Uri("sip:mydomain.sip-eu.vonage.com")));
        });
    }

    private static OperationCase Case(string operation, string variant, string method, string path, Func<IVonageClient, Ids, Task> call, string? json = null, string query = "") =>
        new($"programmable-sip.{operation}", variant, call) { Line = $"{method} api.nexmo.com/v1/psip{path}", Json = json, Query = query, Authorization = "Basic " };

    private static Task<SipDomain> MakeAsync(IVonageClient v, Ids ids) => v.ProgrammableSip.CreateAsync(new(Domain, ids.Fill("{application}")) { Acl = { "192.0.2.1" } });

    private static async Task MakeUserAsync(IVonageClient v, Ids ids)
    {
        await MakeAsync(v, ids);
        Assert.That((await v.ProgrammableSip.CreateUserAsync(Domain, new(User, "Password123")))?.Key, Is.EqualTo(User));
    }
}
