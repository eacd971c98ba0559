using Vonage.Testing;

namespace Vonage.Contract.Tests;

/// <summary>One call of one operation: how a user writes it, and what must be on the wire.</summary>
public sealed class OperationCase(string operation, string variant, Func<IVonageClient, Ids, Task> call)
{
    /// <summary>The document and the operation: <c>voice.createCall</c>.</summary>
    public string Operation { get; } = operation;

    /// <summary>The name of the operation in the package, whose name may differ from that of the document: <c>Voice.createCall</c>, in any case.</summary>
    public string Name => Operation.Replace("alerts.", "shortCodes.", StringComparison.Ordinal).Replace("-", string.Empty, StringComparison.Ordinal);

    public Func<IVonageClient, Ids, Task> Call { get; } = call;

    /// <summary>Method, host and path, ids in braces: <c>GET api.nexmo.com/v1/calls/{call}</c>.</summary>
    public required string Line { get; init; }

    /// <summary>The query without the question mark.</summary>
    public string Query { get; init; } = string.Empty;

    /// <summary>The exact JSON of the body, spaces aside.</summary>
    public string? Json { get; init; }

    /// <summary>The exact form body.</summary>
    public string? Form { get; init; }

    /// <summary>The pattern of the form body, if it has what only the server knows.</summary>
    public string? FormPattern { get; init; }

    /// <summary>The exact parts of a multipart body, each a name and its text or its file's text.</summary>
    public string? Parts { get; init; }

    /// <summary>How the Authorization header must start.</summary>
    public string Authorization { get; init; } = "Bearer ";

    /// <summary>Why Prism cannot be asked, where it cannot.</summary>
    public string? NotByPrism { get; init; }

    public string Spec => Operation[..Operation.IndexOf('.', StringComparison.Ordinal)];

    public override string ToString() => variant.Length == 0 ? Operation : $"{Operation} ({variant})";
}

/// <summary>Identifiers of things that exist on the server that is asked.</summary>
public sealed record Ids(string ApiKey, string Call, string Secret)
{
    private const string Any = "aaaaaaaa-bbbb-cccc-dddd-0123456789ab";

    public static Ids AnyOnPrism => new("abcd1234", "63f61863-4a51-4f6b-86e1-46edebcf9356", "ad6dc56f-07b5-46e1-a527-85530e625800")
    {
        Made = { ["user"] = "USR-82e028d9-5201-4f1e-8188-604b2d3471ec", ["name"] = "my_user_name", ["application"] = Any, ["media"] = Any, ["event"] = Any },
    };

    /// <summary>What a case itself has made on the way, by its name in braces.</summary>
    public Dictionary<string, string> Made { get; } = new(StringComparer.Ordinal);

    /// <summary>Makes a call, a user and what no request makes, and finds a secret, so that there is something to fetch and change.</summary>
    public static async Task<Ids> OnAsync(VonageSimulator simulator, IVonageClient vonage)
    {
        var call = await vonage.Voice.CreateCallAsync(new() { To = { new Voice.PhoneEndpoint("447700900000") }, From = new("447700900001"), AnswerUrl = { new("https://example.com/answer") } });
        var secrets = await vonage.Account.ListSecretsAsync();
        var user = await vonage.Users.CreateAsync(new());
        simulator.AddExternalAccount(ExternalAccounts.ExternalAccountProvider.Viber, "16273", "My service");
        simulator.AddExternalAccount(ExternalAccounts.ExternalAccountProvider.WhatsApp, "447700900001");
        return new(simulator.ApiKey, call.Uuid, secrets[0].Id)
        {
            Made =
            {
                ["user"] = user.Id,
                ["name"] = user.Name!,
                ["application"] = simulator.ApplicationId,
                ["media"] = simulator.AddMedia("test.wav", "audio/vnd.wave", "RIFF"u8.ToArray()),
                ["event"] = simulator.AddAuditEvent(Audit.AuditEventType.NumberLinked, """{"country":"GB","msisdn":"447700900001"}"""),
            },
        };
    }

    /// <summary>Keeps the id of something that a case has made, so that <see cref="Fill"/> knows it by this name.</summary>
    public string Keep(string name, string? id) => Made[name] = id ?? throw new ArgumentNullException(nameof(id));

    public string Fill(string text) => Made.Aggregate(
        text.Replace("{key}", ApiKey).Replace("{call}", Call).Replace("{secret}", Secret),
        (filled, made) => filled.Replace("{" + made.Key + "}", made.Value));
}
