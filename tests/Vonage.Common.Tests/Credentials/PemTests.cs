using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Vonage.Common.Tests;

internal sealed class PemTests
{
    private static IEnumerable<TestCaseData> GoodKeys()
    {
        yield return new TestCaseData(Keys.Pkcs8).SetArgDisplayNames("PKCS#8");
        yield return new TestCaseData(Keys.Pkcs1).SetArgDisplayNames("PKCS#1");
        yield return new TestCaseData(Keys.Pkcs8.ReplaceLineEndings("\r\n")).SetArgDisplayNames("CRLF");
        yield return new TestCaseData(Keys.Pkcs8.Replace("\n", "\\n")).SetArgDisplayNames("literal line ends");
        yield return new TestCaseData(Keys.Pkcs1.Replace("\n", "\\r\\n")).SetArgDisplayNames("literal CRLF");
        yield return new TestCaseData(Keys.Pkcs8.Replace("\n", " ")).SetArgDisplayNames("spaces for line ends");
        yield return new TestCaseData("\n  " + Keys.Pkcs8 + "\n\n").SetArgDisplayNames("space around");
        yield return new TestCaseData(Keys.Rsa.ExportSubjectPublicKeyInfoPem() + "\n" + Keys.Pkcs8).SetArgDisplayNames("public key first");
    }

    [TestCaseSource(nameof(GoodKeys))]
    public void Keys_in_every_form_sign(string pem)
    {
        Assert.That(Keys.Rsa.VerifyData("data"u8, Sign(PemKeyReader.Read(pem), "data"), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), Is.True);
    }

    [TestCase(2048)]
    [TestCase(3072)]
    [TestCase(4096)]
    public void Keys_of_every_length_sign(int bits)
    {
        using var rsa = RSA.Create(bits);
        foreach (var pem in new[] { rsa.ExportPkcs8PrivateKeyPem(), rsa.ExportRSAPrivateKeyPem() })
            Assert.That(rsa.VerifyData("d"u8, Sign(PemKeyReader.Read(pem), "d"), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), Is.True);
    }

    [Test]
    public void A_path_leads_to_the_key()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, Keys.Pkcs8);
            Assert.That(Sign(PemKeyReader.Read(path), "d"), Has.Length.EqualTo(256));
            Assert.That(Sign(PemKeyReader.Read($" {path}\n"), "d"), Has.Length.EqualTo(256));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static IEnumerable<TestCaseData> BadKeys()
    {
        using var shortRsa = RSA.Create(1024);
        using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var password = new PbeParameters(PbeEncryptionAlgorithm.Aes128Cbc, HashAlgorithmName.SHA256, 1000);
        var lines = Keys.Pkcs8.Split('\n');
        yield return Bad("empty", " ", "is empty");
        yield return Bad("no such file", "/no/such/private.key", "does not exist");
        yield return Bad("a folder", Path.GetTempPath(), "neither PEM text");
        yield return Bad("public key", Keys.Rsa.ExportSubjectPublicKeyInfoPem(), "public key");
        yield return Bad("PKCS#1 public key", Keys.Rsa.ExportRSAPublicKeyPem(), "public key");
        yield return Bad("certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----", "certificate");
        yield return Bad("encrypted", Keys.Rsa.ExportEncryptedPkcs8PrivateKeyPem("pw", password), "encrypted");
        yield return Bad("encrypted the old way", "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nAAAA\n-----END RSA PRIVATE KEY-----", "encrypted");
        yield return Bad("EC in PKCS#8", ec.ExportPkcs8PrivateKeyPem(), "elliptic-curve");
        yield return Bad("EC", ec.ExportECPrivateKeyPem(), "elliptic-curve");
        yield return Bad("Ed25519", "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n-----END PRIVATE KEY-----", "1.3.101.112");
        yield return Bad("OpenSSH", "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----", "OpenSSH");
        yield return Bad("too short", shortRsa.ExportPkcs8PrivateKeyPem(), "1024 bits");
        yield return Bad("no end", string.Join('\n', lines[..^1]), "-----END PRIVATE KEY-----");
        yield return Bad("not base64", Keys.Pkcs8.Replace(lines[3], "#" + lines[3][1..]), "not valid Base64");
        yield return Bad("a line lost", Keys.Pkcs8.Replace(lines[5] + "\n", ""), "not a complete RSA key");
        yield return Bad("PKCS#1 cut off", Regex.Replace(Keys.Pkcs1, @"(?<=KEY-----\n)(.{64})(.*)(?=\n-----END)", "$1", RegexOptions.Singleline), "not a complete RSA key");
        yield return Bad("nothing in it", "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----", "not a complete RSA key");
        yield return Bad("another thing", "-----BEGIN DH PARAMETERS-----\nAAAA\n-----END DH PARAMETERS-----", "does not contain a private key");
        yield return Bad("a broken label", "-----BEGIN PRIVATE KEY", "does not contain a private key");
        yield return Bad("bare base64", string.Concat(lines[1..^1]), "neither PEM text");
        yield return Bad("more than two primes", Pem(MultiPrime()), "two primes");
        yield return Bad("a negative number", Pem(Negative()), "not a complete RSA key");
        yield return Bad("numbers that do not fit", Pem(Oversized()), "not a complete RSA key");
        yield return Bad("numbers that do not belong together", Pem(Nonsense()), "not a complete RSA key");
        yield return Bad("modulus nought", Pem(Integers(0, [0])), "not a complete RSA key");
    }

    [TestCaseSource(nameof(BadKeys))]
    public void A_bad_key_says_what_is_wrong_and_does_not_show_itself(string key, string reason)
    {
        var error = Assert.Throws<InvalidCredentialsException>(() => VonageCredentials.FromApplication(Keys.ApplicationId, key))!;
        Assert.That(error.Message, Does.Contain(reason));
        foreach (var line in key.Split('\n').Where(l => l.Length >= 40 && !l.StartsWith('-') && !l.StartsWith('/')))
            Assert.That(error.ToString(), Does.Not.Contain(line.Trim()[..40]));
    }

    [TestCase("MySecret")]
    [TestCase("/run/secrets/MySecret")]
    [TestCase("MySecret\n.key")]
    [TestCase("MySecret\0")]
    public void What_may_be_a_secret_in_the_place_of_a_path_is_not_shown(string secret)
    {
        var error = Assert.Throws<InvalidCredentialsException>(() => VonageCredentials.FromApplication(Keys.ApplicationId, secret))!;
        Assert.That(error.ToString(), Does.Not.Contain("MySecret"));
        foreach (var name in new[] { "VONAGE_PRIVATE_KEY", "VONAGE_PRIVATE_KEY_PATH" })
        {
            error = Assert.Throws<InvalidCredentialsException>(() => VonageCredentials.From(v => v == "VONAGE_APPLICATION_ID" ? Keys.ApplicationId : v == name ? secret : null))!;
            Assert.That(error.ToString(), Does.Contain(name).And.Not.Contain("MySecret"));
        }
    }

    [Test]
    public void A_key_without_its_first_line_is_not_shown()
    {
        var bare = string.Concat(Keys.Pkcs8.Split('\n')[1..^2]);
        foreach (var part in new[] { bare[..100], bare[..259], bare[..260], bare[..261], bare, "/" + bare[..100] })
            Assert.That(
                Assert.Throws<InvalidCredentialsException>(() => VonageCredentials.FromApplication(Keys.ApplicationId, part))!.ToString(),
                Does.Not.Contain(part[1..40]));
    }

    [Test]
    public void A_mistyped_file_name_is_shown() =>
        Assert.That(
            () => VonageCredentials.FromApplication(Keys.ApplicationId, "keys/privat.key"),
            Throws.InstanceOf<InvalidCredentialsException>().With.Message.Contains("'keys/privat.key': the file does not exist"));

    [Test]
    public void A_file_without_a_key_is_named()
    {
        var path = Path.GetTempFileName();
        try
        {
            Assert.That(() => PemKeyReader.Read(path), Throws.InstanceOf<InvalidCredentialsException>().With.Message.Contains(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static byte[] Sign(RsaPrivateKey key, string data) =>
        key.Use(rsa => rsa.SignData(Encoding.ASCII.GetBytes(data), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    private static TestCaseData Bad(string name, string key, string reason) => new TestCaseData(key, reason).SetArgDisplayNames(name);

    private static string Pem(byte[] der) => PemEncoding.WriteString("RSA PRIVATE KEY", der);

    private static byte[] MultiPrime() => Integers(1, [1]);

    private static byte[] Negative() => Integers(0, [0x80, 1]);

    private static byte[] Oversized()
    {
        var modulus = new byte[257];
        modulus[1] = 0x80;
        return Integers(0, modulus, [1, 0, 1], new byte[300].Select((_, i) => (byte)(i == 0 ? 1 : 7)).ToArray());
    }

    private static byte[] Nonsense()
    {
        var modulus = new byte[257];
        modulus[1] = 0x80;
        return Integers(0, modulus, [1, 0, 1], [1], [1], [1], [1], [1], [1]);
    }

    private static byte[] Integers(int version, params byte[][] numbers)
    {
        var writer = new System.Formats.Asn1.AsnWriter(System.Formats.Asn1.AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(version);
            foreach (var number in numbers)
                writer.WriteInteger(number);
        }

        return writer.Encode();
    }
}
