using System.Diagnostics;
using Vonage.Core;

namespace Flowroute;

/// <summary>Credentials for Flowroute: an access key and its secret key. Instances are immutable and thread-safe.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class FlowrouteCredentials : ApiCredentials
{
    private const string AccessKeyVariable = "FR_ACCESS_KEY";
    private const string SecretKeyVariable = "FR_SECRET_KEY";

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _basic;

    private FlowrouteCredentials(string accessKey, string secretKey)
    {
        AccessKey = Check(accessKey, "access key");
        if (AccessKey.Any(c => c == ':' || char.IsWhiteSpace(c) || char.IsControl(c)))
            throw new InvalidCredentialsException("The access key contains a colon, whitespace or a line break, which is not valid. Copy the key without surrounding text.");
        _basic = BasicAuthentication.Header(AccessKey, Check(secretKey, "secret key"));
    }

    /// <summary>The access key.</summary>
    public string AccessKey { get; }

    /// <summary>Indicates whether any of the variables that <see cref="FromEnvironment()"/> reads is set.</summary>
    public static bool AreInEnvironment => Variable(Environment.GetEnvironmentVariable, AccessKeyVariable) is not null
        || Variable(Environment.GetEnvironmentVariable, SecretKeyVariable) is not null;

    /// <summary>Creates credentials from an access key and a secret key. Both are shown in the Flowroute portal.</summary>
    /// <exception cref="InvalidCredentialsException">A value is empty or malformed.</exception>
    public static FlowrouteCredentials FromAccessKey(string accessKey, string secretKey) => new(accessKey, secretKey);

    /// <summary>Creates credentials from the environment variables <c>FR_ACCESS_KEY</c> and <c>FR_SECRET_KEY</c>.</summary>
    /// <exception cref="InvalidCredentialsException">A variable is not set. The message names it.</exception>
    public static FlowrouteCredentials FromEnvironment() => From(Environment.GetEnvironmentVariable);

    /// <inheritdoc/>
    public override bool Supports(ApiAuthentication scheme) => scheme == ApiAuthentication.Basic;

    /// <inheritdoc/>
    public override string DescribeRequirement(ApiAuthentication scheme) => scheme == ApiAuthentication.Basic
        ? $"an access key and a secret key (FlowrouteCredentials.FromAccessKey; {AccessKeyVariable} and {SecretKeyVariable})"
        : "something that Flowroute does not know";

    /// <inheritdoc/>
    public override string? Identify(ApiAuthentication scheme) => Supports(scheme) ? $"access key {AccessKey}" : null;

    /// <inheritdoc/>
    public override ValueTask<string> GetAuthorizationAsync(ApiAuthentication scheme, TimeProvider clock, CancellationToken cancellationToken = default) =>
        scheme == ApiAuthentication.Basic ? new(_basic) : base.GetAuthorizationAsync(scheme, clock, cancellationToken);

    /// <summary>Returns the access key, without the secret key.</summary>
    public override string ToString() => $"FlowrouteCredentials (access key {AccessKey})";

    internal static FlowrouteCredentials From(Func<string, string?> variable) =>
        (Variable(variable, AccessKeyVariable), Variable(variable, SecretKeyVariable)) switch
        {
            ({ } access, { } secret) => new(access, secret),
            (null, null) => throw new InvalidCredentialsException($"The environment variables contain no Flowroute credentials. Set {AccessKeyVariable} and {SecretKeyVariable}."),
            ({ }, null) => throw new InvalidCredentialsException($"{AccessKeyVariable} is set but {SecretKeyVariable} is not. Set {SecretKeyVariable}."),
            (null, _) => throw new InvalidCredentialsException($"{SecretKeyVariable} is set but {AccessKeyVariable} is not. Set {AccessKeyVariable}."),
        };

    private static string? Variable(Func<string, string?> variable, string name) =>
        variable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    private static string Check(string value, string what) =>
        string.IsNullOrWhiteSpace(value) ? throw new InvalidCredentialsException($"The {what} is empty.") : value;
}
