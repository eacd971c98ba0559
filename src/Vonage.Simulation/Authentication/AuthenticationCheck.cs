namespace Vonage.Simulation;

/// <summary>The result of checking the credentials of a request.</summary>
/// <param name="IsPresent">Whether the request contains credentials of this type.</param>
/// <param name="Error">The error; <see langword="null"/> if the credentials are valid.</param>
public readonly record struct AuthenticationCheck(bool IsPresent, string? Error)
{
    /// <summary>The status in the body of an API that reports errors with status 200; <see langword="null"/> if the credentials are not parameters.</summary>
    public int? BodyStatus { get; init; }

    /// <summary>The credentials are valid.</summary>
    public static AuthenticationCheck Passed { get; } = new(true, null);

    /// <summary>The request contains no credentials of this type.</summary>
    /// <param name="what">What the scheme requires, as the end of the sentence "the operation requires …".</param>
    public static AuthenticationCheck Absent(string what) => new(false, what);

    /// <summary>The credentials are rejected.</summary>
    /// <param name="error">The reason, as a sentence.</param>
    public static AuthenticationCheck Wrong(string error) => new(true, error);

    /// <summary>The credentials are rejected if there is an error.</summary>
    /// <param name="error">The reason, as a sentence; <see langword="null"/> if the credentials are valid.</param>
    public static AuthenticationCheck Of(string? error) => error is null ? Passed : Wrong(error);
}
