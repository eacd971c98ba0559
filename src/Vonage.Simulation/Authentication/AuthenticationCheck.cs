namespace Vonage.Simulation;

/// <summary>What a scheme found in a request.</summary>
/// <param name="IsPresent">Whether the request has credentials of this kind at all.</param>
/// <param name="Error">What is wrong with them; null where they are right.</param>
public readonly record struct AuthenticationCheck(bool IsPresent, string? Error)
{
    /// <summary>The credentials are right.</summary>
    public static AuthenticationCheck Passed { get; } = new(true, null);

    /// <summary>The request has no credentials of this kind.</summary>
    /// <param name="what">What the scheme needs, to end the sentence "the operation takes …".</param>
    public static AuthenticationCheck Absent(string what) => new(false, what);

    /// <summary>The credentials are refused.</summary>
    /// <param name="error">The reason, as a sentence.</param>
    public static AuthenticationCheck Wrong(string error) => new(true, error);

    /// <summary>The credentials are refused where there is a reason to.</summary>
    /// <param name="error">The reason, as a sentence; null where they are right.</param>
    public static AuthenticationCheck Of(string? error) => error is null ? Passed : Wrong(error);
}
