using System.CommandLine;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Vonage.Core;

namespace Vonage.Cli;

/// <summary><c>vonage jwt</c>: tokens of the application.</summary>
internal static class JwtCommands
{
    public static Command Create(SharedOptions shared, Terminal terminal) => new("jwt", "Creates, verifies and decodes JSON Web Tokens. Nothing is sent.")
    {
        CreateToken(shared, terminal),
        Verify(shared, terminal),
        Decode(terminal),
    };

    private static Command CreateToken(SharedOptions shared, Terminal terminal)
    {
        var subject = new Option<string>("--sub") { Description = "The user that the token is for, for client SDKs.", HelpName = "NAME" };
        var lifetime = new Option<int>("--ttl") { Description = "The lifetime in seconds.", HelpName = "SECONDS", DefaultValueFactory = _ => 900 };
        var acl = new Option<string[]>("--acl") { Description = "A path that the token permits, such as /*/users/**. Repeat it for several.", HelpName = "PATH" };
        var claims = new Option<string[]>("--claim") { Description = "Another claim: its name and a value, which is JSON or text. Repeat it for several.", HelpName = "NAME=VALUE" };
        lifetime.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 86_400)
                result.AddError("--ttl must be from 1 to 86400 seconds, which are 24 hours.");
        });
        var command = new Command("create", "Creates a token with the application's ID and private key.") { subject, lifetime, acl, claims };
        command.SetAction(arguments =>
        {
            var content = new JwtClaims { Subject = arguments.GetValue(subject), Lifetime = TimeSpan.FromSeconds(arguments.GetValue(lifetime)) };
            foreach (var path in arguments.GetValue(acl) ?? [])
                content.Acl.Add(path);
            foreach (var claim in arguments.GetValue(claims) ?? [])
                if (claim.IndexOf('=', StringComparison.Ordinal) is var at and > 0)
                    content.AdditionalClaims[claim[..at]] = ValueOf(claim[(at + 1)..]);
                else
                    throw new UsageException("--claim must be a name and a value: --claim room=42.");
            try
            {
                terminal.Out.WriteLine(Generator(shared, arguments, terminal).Generate(content));
            }
            catch (ArgumentException error) when (error is not InvalidRequestException)
            {
                throw new UsageException(error.Message);
            }
        });
        return command;
    }

    private static Command Verify(SharedOptions shared, Terminal terminal)
    {
        var token = Token();
        var command = new Command("verify", "Checks that a token was signed with the application's key and is valid now, and prints its claims.") { token };
        command.SetAction(arguments =>
        {
            if (Generator(shared, arguments, terminal).Verify(Read(arguments.GetValue(token)!, terminal)) is { } claims)
            {
                ReplyOutput.Write(terminal, arguments.GetValue(shared.Format)!, claims);
                return ExitCodes.Success;
            }

            terminal.Error.WriteLine("error: The token was signed with another key, has expired, is not valid yet, or is malformed. vonage jwt decode shows what it contains.");
            return ExitCodes.ApiError;
        });
        return command;
    }

    private static Command Decode(Terminal terminal)
    {
        var token = Token();
        var command = new Command("decode", "Prints the header and the claims of a token as JSON, without checking anything.") { token };
        command.SetAction(arguments =>
        {
            var parts = Read(arguments.GetValue(token)!, terminal).Split('.');
            if (parts.Length != 3 || Part(parts[0]) is not { } header || Part(parts[1]) is not { } claims)
                throw new UsageException("TOKEN is not a JSON Web Token: three parts with dots between them, the first two JSON in base64url.");
            ReplyOutput.Write(terminal, "json", new JObject { ["header"] = header, ["claims"] = claims });
        });
        return command;
    }

    private static Argument<string> Token() => new("token") { Description = "The token; - for the standard input.", HelpName = "TOKEN" };

    private static string Read(string token, Terminal terminal) => (token == "-" ? terminal.In.ReadToEnd() : token).Trim();

    private static JwtGenerator Generator(SharedOptions shared, ParseResult arguments, Terminal terminal) =>
        new JwtGenerator(VonageCredentials.FromVariables(Settings.Of(shared, arguments, terminal).Get));

    private static object ValueOf(string text)
    {
        try
        {
            return JToken.Parse(text);
        }
        catch (JsonException)
        {
            return text;
        }
    }

    private static JObject? Part(string text)
    {
        try
        {
            var padded = text.Replace('-', '+').Replace('_', '/').PadRight((text.Length + 3) / 4 * 4, '=');
            return JObject.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(padded)));
        }
        catch (Exception error) when (error is FormatException or JsonException)
        {
            return null;
        }
    }
}
