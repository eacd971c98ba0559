namespace Vonage.Testing.Authentication;

/// <summary>What a scheme found in a request.</summary>
/// <param name="IsPresent">Whether the request has credentials of this kind at all.</param>
/// <param name="Error">What is wrong with them; null where they are right.</param>
internal readonly record struct AuthenticationCheck(bool IsPresent, string? Error)
{
    public static AuthenticationCheck Passed { get; } = new(true, null);

    public static AuthenticationCheck Absent(string what) => new(false, what);

    public static AuthenticationCheck Wrong(string error) => new(true, error);
}
