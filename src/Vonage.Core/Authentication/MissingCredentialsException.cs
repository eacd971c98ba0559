using System.Text;

namespace Vonage.Core;

/// <summary>An operation needs credentials that the client does not have. Nothing was sent.</summary>
public sealed class MissingCredentialsException : InvalidOperationException
{
    internal MissingCredentialsException(string operation, IReadOnlyList<AuthenticationScheme> accepted, IApiCredentials credentials)
        : base(Describe(operation, accepted, credentials))
    {
        Operation = operation;
        Accepted = accepted;
    }

    /// <summary>The operation.</summary>
    public string Operation { get; }

    /// <summary>The schemes, any one of which would do.</summary>
    public IReadOnlyList<AuthenticationScheme> Accepted { get; }

    private static string Describe(string operation, IReadOnlyList<AuthenticationScheme> accepted, IApiCredentials credentials)
    {
        var text = new StringBuilder($"{operation} was not sent: the credentials at hand do not suffice. It accepts ");
        for (var i = 0; i < accepted.Count; i++)
            text.Append(i == 0 ? string.Empty : "; or ")
                .Append(accepted[i].Name)
                .Append(", which needs ")
                .Append(accepted[i].Requires(credentials));
        return text.Append('.').ToString();
    }
}
