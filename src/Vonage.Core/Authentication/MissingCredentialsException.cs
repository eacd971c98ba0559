using System.Text;

namespace Vonage.Core;

/// <summary>The exception that is thrown when an operation requires credentials that the client does not have. Nothing was sent.</summary>
public sealed class MissingCredentialsException : CredentialsException
{
    internal MissingCredentialsException(string operation, IReadOnlyList<ApiAuthentication> accepted, ApiCredentials credentials)
        : base(Describe(operation, accepted, credentials))
    {
        Operation = operation;
        Accepted = accepted;
    }

    /// <summary>The operation.</summary>
    public string Operation { get; }

    /// <summary>The authentication schemes that the operation accepts. Any one of them is sufficient.</summary>
    public IReadOnlyList<ApiAuthentication> Accepted { get; }

    private static string Describe(string operation, IReadOnlyList<ApiAuthentication> accepted, ApiCredentials credentials)
    {
        var text = new StringBuilder($"{operation} was not sent: the credentials do not support any authentication scheme that it accepts. It accepts ");
        for (var i = 0; i < accepted.Count; i++)
            text.Append(i == 0 ? string.Empty : "; or ")
                .Append(accepted[i].Name)
                .Append(", which requires ")
                .Append(accepted[i].Requires(credentials));
        return text.Append('.').ToString();
    }
}
