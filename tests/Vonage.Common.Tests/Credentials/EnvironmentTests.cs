namespace Vonage.Common.Tests;

internal sealed class EnvironmentTests
{
    private const string Key = "VONAGE_API_KEY=abcd1234";
    private const string Secret = "VONAGE_API_SECRET=secret-value";
    private const string Application = "VONAGE_APPLICATION_ID=" + Keys.ApplicationId;
    private const string Signature = "VONAGE_SIGNATURE_SECRET=signature-value";

    [Test]
    public void All_of_it_is_read()
    {
        var credentials = Read(Key, Secret, Application, "VONAGE_PRIVATE_KEY=" + Keys.Pkcs8.Replace("\n", "\\n"), Signature, "VONAGE_SIGNATURE_METHOD=SHA256");
        Assert.That(credentials.ToString(), Is.EqualTo($"VonageCredentials (API key abcd1234, application {Keys.ApplicationId}, signatures by sha256)"));
        Assert.That(credentials.Supports(ApiAuthentication.Basic) && credentials.Supports(ApiAuthentication.Jwt) && credentials.Supports(ApiAuthentication.Signature), Is.True);
    }

    [Test]
    public void A_path_leads_to_the_key()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, Keys.Pkcs1);
            Assert.That(Read(Application, "VONAGE_PRIVATE_KEY_PATH=" + path).Supports(ApiAuthentication.Jwt), Is.True);
            Assert.That(Read(Application, "VONAGE_PRIVATE_KEY=" + path).Supports(ApiAuthentication.Jwt), Is.True);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Test]
    public void Space_around_values_is_no_part_of_them() => Assert.That(Read("VONAGE_API_KEY= k \n", "VONAGE_API_SECRET= s\n").ApiKey, Is.EqualTo("k"));

    [Test]
    public void A_key_may_come_with_a_signature_secret_alone()
    {
        var credentials = Read(Key, Signature);
        Assert.That((credentials.ApiKey, credentials.SignatureMethod), Is.EqualTo(("abcd1234", (SignatureMethod?)SignatureMethod.Md5Hash)));
        Assert.That(credentials.Supports(ApiAuthentication.Basic), Is.False);
    }

    [TestCase("md5hash", SignatureMethod.Md5Hash)]
    [TestCase("md5", SignatureMethod.HmacMd5)]
    [TestCase("sha1", SignatureMethod.HmacSha1)]
    [TestCase("sha256", SignatureMethod.HmacSha256)]
    [TestCase("sha512", SignatureMethod.HmacSha512)]
    public void Methods_go_by_the_names_of_the_settings(string name, SignatureMethod method) =>
        Assert.That(Read(Signature, "VONAGE_SIGNATURE_METHOD=" + name).SignatureMethod, Is.EqualTo(method));

    [TestCase("VONAGE_API_SECRET", Key)]
    [TestCase("VONAGE_API_KEY", Secret)]
    [TestCase("VONAGE_PRIVATE_KEY or VONAGE_PRIVATE_KEY_PATH", Application)]
    [TestCase("VONAGE_APPLICATION_ID", "VONAGE_PRIVATE_KEY=x")]
    [TestCase("VONAGE_APPLICATION_ID", "VONAGE_PRIVATE_KEY_PATH=x")]
    [TestCase("VONAGE_PRIVATE_KEY_PATH", Application, "VONAGE_PRIVATE_KEY=x", "VONAGE_PRIVATE_KEY_PATH=x")]
    [TestCase("VONAGE_SIGNATURE_SECRET", "VONAGE_SIGNATURE_METHOD=md5")]
    [TestCase("VONAGE_SIGNATURE_METHOD", Signature, "VONAGE_SIGNATURE_METHOD=rot13")]
    [TestCase("VONAGE_API_KEY")]
    [TestCase("VONAGE_PRIVATE_KEY: ", Application, "VONAGE_PRIVATE_KEY=/no/such/file")]
    [TestCase("VONAGE_PRIVATE_KEY_PATH: ", Application, "VONAGE_PRIVATE_KEY_PATH=/no/such/file")]
    public void What_is_incomplete_is_named(string named, params string[] variables)
    {
        var error = Assert.Throws<InvalidCredentialsException>(() => Read(variables))!;
        Assert.That(error.Message, Does.Contain(named).And.Not.Contain("secret-value").And.Not.Contain("signature-value"));
    }

    [Test]
    public void A_secret_in_the_place_of_a_method_is_not_shown()
    {
        var error = Assert.Throws<InvalidCredentialsException>(() => Read("VONAGE_SIGNATURE_SECRET=sha256", "VONAGE_SIGNATURE_METHOD=planted"))!;
        Assert.That(error.ToString(), Does.Contain("VONAGE_SIGNATURE_METHOD must be one of").And.Not.Contain("planted"));
    }

    [Test]
    public void The_process_has_none_to_test_with()
    {
        if (VonageCredentials.AreInEnvironment)
            Assert.That(VonageCredentials.FromEnvironment().ToString(), Does.StartWith("VonageCredentials"));
        else
            Assert.That(VonageCredentials.FromEnvironment, Throws.InstanceOf<InvalidCredentialsException>());
    }

    private static VonageCredentials Read(params string[] variables)
    {
        var environment = variables.Select(v => v.Split('=', 2)).ToDictionary(v => v[0], v => v[1]);
        return VonageCredentials.From(name => environment.GetValueOrDefault(name));
    }
}
