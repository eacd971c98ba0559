namespace Vonage.Simulation;

/// <summary>The check of an authentication scheme in the simulator.</summary>
/// <param name="name">The name in the documents: the <c>scheme</c> of HTTP authentication, or the <c>x-authentication</c> of any other kind.</param>
public abstract class CredentialScheme(string name)
{
    /// <summary>The name in the documents.</summary>
    public string Name { get; } = name;

    /// <summary>Indicates whether the credentials are parameters of the request. Lenient operations accept such a scheme in any case.</summary>
    public virtual bool ReadsParameters => false;

    /// <summary>Checks the credentials of a request.</summary>
    /// <param name="request">The request.</param>
    public abstract AuthenticationCheck Check(ReceivedRequest request);

    /// <summary>Determines whether a query parameter is part of the credentials, rather than a parameter of the operation with the same name.</summary>
    /// <param name="request">The request.</param>
    /// <param name="parameter">The name of the parameter.</param>
    public virtual bool Owns(ReceivedRequest request, string parameter) => false;
}
