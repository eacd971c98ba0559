using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;

namespace Vonage.Benchmarks.Operations;

[Operation(12, "token minted", Time = 1.1, Bytes = double.NaN)]
public class TokenMint
{
    private readonly RSA _key = RSA.Create();
    private readonly JwtGenerator _tokens = new(TestApplication.Credentials);

    public TokenMint() => _key.ImportFromPem(TestApplication.PrivateKeyPem);

    [Benchmark(Baseline = true)]
    public string Floor()
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var claims = string.Create(CultureInfo.InvariantCulture, $$"""{"application_id":"{{TestApplication.Id}}","iat":{{now}},"exp":{{now + 900}},"jti":"{{Guid.NewGuid()}}"}""");
        var signed = Base64Url.EncodeToString("""{"alg":"RS256","typ":"JWT"}"""u8) + "." + Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims));
        var signature = _key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    [Benchmark]
    public string Ours() => _tokens.Generate();
}
