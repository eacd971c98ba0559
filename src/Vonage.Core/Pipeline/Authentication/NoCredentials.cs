using System.ComponentModel;

namespace Vonage.Core.Pipeline;

/// <summary>The credentials of a client whose operations need none.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NoCredentials : ApiCredentials
{
    private NoCredentials()
    {
    }

    /// <summary>The only instance.</summary>
    public static NoCredentials Instance { get; } = new NoCredentials();

    /// <inheritdoc/>
    public override bool Supports(ApiAuthentication scheme) => false;

    /// <inheritdoc/>
    public override string DescribeRequirement(ApiAuthentication scheme) => "credentials, which the specification does not mention";
}
