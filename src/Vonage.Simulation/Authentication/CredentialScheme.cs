namespace Vonage.Simulation;

/// <summary>An authentication scheme, as the simulator checks it.</summary>
/// <param name="name">The name in the documents: the <c>scheme</c> of HTTP authentication, or the <c>x-authentication</c> of any other kind.</param>
public abstract class CredentialScheme(string name)
{
    /// <summary>The name in the documents.</summary>
    public string Name { get; } = name;

    /// <summary>Checks a request's credentials of this scheme.</summary>
    /// <param name="request">The request.</param>
    public abstract AuthenticationCheck Check(ReceivedRequest request);

    /// <summary>Whether a parameter of the query belongs to the credentials, and is not the operation's parameter of the same name.</summary>
    /// <param name="request">The request.</param>
    /// <param name="parameter">The parameter's name.</param>
    public virtual bool Owns(ReceivedRequest request, string parameter) => false;
}
