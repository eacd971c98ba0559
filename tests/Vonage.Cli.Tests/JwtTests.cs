namespace Vonage.Cli.Tests;

public class JwtTests
{
    [Test]
    public async Task A_token_is_created_verified_and_decoded()
    {
        using var cli = Simulated.Cli();
        var token = (await cli.RunAsync(["jwt", "create", "--sub", "alice", "--ttl", "60", "--acl", "/*/users/**", "--claim", "room=42", "--claim", "name=x y"])).Succeeded().Output.Trim();
        var claims = (await cli.RunAsync(["jwt", "verify", token, "-o", "json"])).Succeeded().Json;
        cli.Input = token;
        var decoded = (await cli.RunAsync("jwt decode -")).Succeeded().Json;
        Assert.Multiple(() =>
        {
            Assert.That((string?)claims["application_id"], Is.EqualTo(Simulated.Vonage.ApplicationId));
            Assert.That((string?)claims["sub"], Is.EqualTo("alice"));
            Assert.That((int)claims["room"]!, Is.EqualTo(42));
            Assert.That((string?)claims["name"], Is.EqualTo("x y"));
            Assert.That((long)claims["exp"]! - (long)claims["iat"]!, Is.EqualTo(60));
            Assert.That(decoded["claims"], Is.EqualTo(claims).Using(new JTokenEqualityComparer()));
            Assert.That((string?)decoded["header"]!["alg"], Is.EqualTo("RS256"));
        });
    }

    [Test]
    public async Task A_token_of_somebody_else_is_not_valid()
    {
        using var cli = Simulated.Cli();
        var token = (await cli.RunAsync("jwt create")).Succeeded().Output.Trim();
        var run = await cli.RunAsync(["jwt", "verify", token[..^4] + "AAAA"]);
        Assert.That(run, Has.Property("Code").EqualTo(1).And.Property("Error").Contains("was signed with another key"));
    }

    [Test]
    public async Task What_is_no_token_cannot_be_decoded()
    {
        using var cli = new Support.Cli();
        Assert.That(await cli.RunAsync("jwt decode abc"), Has.Property("Code").EqualTo(2).And.Property("Error").Contains("is not a JSON Web Token"));
    }
}
