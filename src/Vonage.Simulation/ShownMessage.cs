namespace Vonage.Simulation;

/// <summary>A message that an application sent, as the page of another simulator shows it.</summary>
public sealed record ShownMessage
{
    /// <summary>The ID that the API returned.</summary>
    public required string Id { get; init; }

    /// <summary>The API, such as <c>acme-messages</c>.</summary>
    public required string Api { get; init; }

    /// <summary>The channel: <c>sms</c> or <c>mms</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>The sender.</summary>
    public required string From { get; init; }

    /// <summary>The recipient.</summary>
    public required string To { get; init; }

    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <summary>The URLs of the media.</summary>
    public IReadOnlyList<string> Media { get; init; } = [];

    /// <summary>The status.</summary>
    public required string Status { get; init; }
}
