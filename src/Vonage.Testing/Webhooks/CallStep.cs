using System.Text.Json.Nodes;

namespace Vonage.Testing.Webhooks;

/// <summary>Something that happened in a call, other than a webhook.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Time">The time.</param>
/// <param name="Action">The action of the NCCO.</param>
/// <param name="Text">What the person did, or a note about the call.</param>
internal sealed record CallStep(CallStepKind Kind, DateTimeOffset Time, JsonObject? Action = null, string? Text = null);

/// <summary>Specifies what happened in a call.</summary>
internal enum CallStepKind
{
    /// <summary>An action of the NCCO began.</summary>
    Action,

    /// <summary>The person did something.</summary>
    Person,

    /// <summary>The application's answer could not be used.</summary>
    Problem,
}
