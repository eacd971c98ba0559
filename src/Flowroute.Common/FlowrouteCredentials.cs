using System.Diagnostics;
using Vonage.Core;

namespace Flowroute;

/// <summary>Who calls Flowroute: an access key with its secret key. Immutable and thread-safe.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class FlowrouteCredentials : IApiCredentials
{
    private const string AccessKeyVariable = "FR_ACCESS_KEY";
    private const string SecretKeyVariable = "FR_SECRET_KEY";

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _basic;

    private FlowrouteCredentials(string accessKey, string secretKey)
    {
        AccessKey = Check(accessKey, "access key");
        if (AccessKey.Any(c => c == ':' || char.IsWhiteSpace(c) || char.IsControl(c)))
            throw new InvalidCredentialsException("The access key holds a colon, a space or a line end, which no key has. Was it copied with something around it?");
        _basic = BasicAuthentication.Header(AccessKey, Check(secretKey, "secret key"));
    }

    /// <summary>The access key.</summary>
    public string AccessKey { get; }

    /// <summary>Whether any of the variables that <see cref="FromEnvironment()"/> reads is set.</summary>
    public static bool InEnvironment => Variable(Environment.GetEnvironmentVariable, AccessKeyVariable) is not null
        || Variable(Environment.GetEnvironmentVariable, SecretKeyVariable) is not null;

    /// <summary>An access key with its secret key, as Flowroute's portal shows them.</summary>
    /// <exception cref="InvalidCredentialsException">One of them is empty, or cannot be a key.</exception>
    public static FlowrouteCredentials FromKeys(string accessKey, string secretKey) => new(accessKey, secretKey);

    /// <summary>What the environment holds: <c>FR_ACCESS_KEY</c> and <c>FR_SECRET_KEY</c>.</summary>
    /// <exception cref="InvalidCredentialsException">One of them is not set; the message names it.</exception>
    public static FlowrouteCredentials FromEnvironment() => From(Environment.GetEnvironmentVariable);

    /// <inheritdoc/>
    public bool Supports(AuthenticationScheme scheme) => scheme == AuthenticationScheme.Basic;

    /// <inheritdoc/>
    public string DescribeRequirement(AuthenticationScheme scheme) => scheme == AuthenticationScheme.Basic
        ? $"an access key and a secret key (FlowrouteCredentials.FromKeys; {AccessKeyVariable} and {SecretKeyVariable})"
        : "something that Flowroute does not know";

    /// <inheritdoc/>
    public string GetAuthorization(AuthenticationScheme scheme, TimeProvider clock) =>
        scheme == AuthenticationScheme.Basic ? _basic : throw Unsupported(scheme);

    /// <inheritdoc/>
    public IReadOnlyList<KeyValuePair<string, string>> GetParameters(AuthenticationScheme scheme, IReadOnlyList<KeyValuePair<string, string>> parameters, TimeProvider clock) =>
        throw Unsupported(scheme);

    /// <summary>Names the access key, never the secret one.</summary>
    public override string ToString() => $"FlowrouteCredentials (access key {AccessKey})";

    internal static FlowrouteCredentials From(Func<string, string?> variable) =>
        (Variable(variable, AccessKeyVariable), Variable(variable, SecretKeyVariable)) switch
        {
            ({ } access, { } secret) => new(access, secret),
            (null, null) => throw new InvalidCredentialsException($"The environment holds no Flowroute credentials. Set {AccessKeyVariable} and {SecretKeyVariable}."),
            ({ }, null) => throw new InvalidCredentialsException($"{AccessKeyVariable} is set, but {SecretKeyVariable} is not. Set it too."),
            (null, _) => throw new InvalidCredentialsException($"{SecretKeyVariable} is set, but {AccessKeyVariable} is not. Set it too."),
        };

    private static string? Variable(Func<string, string?> variable, string name) =>
        variable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    private static string Check(string value, string what) =>
        string.IsNullOrWhiteSpace(value) ? throw new InvalidCredentialsException($"The {what} is empty.") : value;

    private static NotSupportedException Unsupported(AuthenticationScheme scheme) => new($"These credentials do not serve {scheme}.");
}
