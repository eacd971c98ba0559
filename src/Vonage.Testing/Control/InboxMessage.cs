using System.Text.Json.Nodes;

namespace Vonage.Testing.Control;

/// <summary>A message in the inbox: one that the application sent, or one that was simulated to it.</summary>
internal sealed class InboxMessage
{
    /// <summary>The number of the message, in order.</summary>
    public long Id { get; set; }

    /// <summary>The IDs that the API returned: several for an SMS in parts.</summary>
    public required IReadOnlyList<string> MessageIds { get; init; }

    /// <summary>The document of the API: <c>messages</c>, <c>sms</c>, <c>verify</c> or <c>verify-v2</c>, or that of another provider.</summary>
    public required string Api { get; init; }

    public required bool IsInbound { get; init; }

    public required string Channel { get; init; }

    public string MessageType { get; init; } = "text";

    public required string From { get; init; }

    public required string To { get; init; }

    public required string Text { get; set; }

    public required DateTimeOffset Time { get; init; }

    /// <summary>The body as the API or the webhook has it.</summary>
    public required JsonObject Content { get; init; }

    public string? ClientRef { get; init; }

    public string? Session { get; init; }

    /// <summary>The code of a verification.</summary>
    public string? Code { get; init; }

    /// <summary>Whether the text is that of a template that was created here, with its parameters.</summary>
    public bool IsFilled { get; init; }

    /// <summary>The number of the request, for one that the application sent.</summary>
    public long? RequestId { get; init; }

    /// <summary>The number of SMS that the text takes; 0 on other channels.</summary>
    public int Parts { get; set; }

    public string? Encoding { get; init; }

    /// <summary>The reason why the message was not sent at all.</summary>
    public string? Refusal { get; init; }

    /// <summary>The statuses so far, oldest first.</summary>
    public IReadOnlyList<MessageStep> Steps { get; set; } = [];

    public string Status => Refusal is not null ? "refused" : Steps is [.., var last] ? last.Status : IsInbound ? "received" : "accepted";

    public bool HasFailed => Refusal is not null || Steps.Any(step => step.Status is "rejected" or "undeliverable" or "failed" or "expired");

    /// <summary>The number or address of the account.</summary>
    public string Ours => IsInbound ? To : From;

    /// <summary>The number or address of the person.</summary>
    public string Theirs => IsInbound ? From : To;

    public long Size => 256 + (sizeof(char) * (long)(Text.Length + From.Length + To.Length)) + ContentSize;

    /// <summary>Whether nobody has looked at the message since the application sent it. What the person wrote has been read.</summary>
    public bool IsUnread { get; set; }

    /// <summary>The size of the body, which is kept as it came.</summary>
    public long ContentSize { get; init; }
}

/// <summary>A status of a message.</summary>
/// <param name="Status">The status: submitted, delivered, read and so on.</param>
/// <param name="Time">The time.</param>
/// <param name="Error">The reason for a failure.</param>
internal sealed record MessageStep(string Status, DateTimeOffset Time, string? Error);
