using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Vonage.Simulation.Server;

/// <summary>A certificate for this machine and the hosts of the APIs, signed by an authority that exists only for it. The authority's key is not kept.</summary>
internal sealed class ServerCertificate : IDisposable
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(30);

    private ServerCertificate(X509Certificate2 certificate, string authorityPem) => (Certificate, AuthorityPem) = (certificate, authorityPem);

    public X509Certificate2 Certificate { get; }

    /// <summary>The certificate of the authority in PEM format.</summary>
    public string AuthorityPem { get; }

    public static ServerCertificate Create(IEnumerable<string> hosts, IPAddress bound)
    {
        // Certificates are valid by the clock of the machine, whatever clock a test has.
        var (from, to) = (DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow + Life);
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var asked = new CertificateRequest("CN=API simulator (this machine only)", authorityKey, HashAlgorithmName.SHA256);
        asked.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        asked.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        asked.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(asked.PublicKey, false));
        using var authority = asked.CreateSelfSigned(from, to);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        foreach (var host in hosts.Append("localhost"))
            names.AddDnsName(host.Split(':')[0]);
        foreach (var address in new[] { IPAddress.Loopback, IPAddress.IPv6Loopback, bound }.Distinct())
            names.AddIpAddress(address);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, true, false));
        using var signed = request.Create(authority, from, to, RandomNumberGenerator.GetBytes(8));
        using var whole = signed.CopyWithPrivateKey(key);
        // A key that exists only in memory does not serve on Windows.
        return new ServerCertificate(X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pkcs12), null), authority.ExportCertificatePem());
    }

    public void Dispose() => Certificate.Dispose();
}
