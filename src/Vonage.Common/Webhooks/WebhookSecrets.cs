using System.Collections;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Vonage.Core;

namespace Vonage;

/// <summary>The signature secrets of one or more accounts.</summary>
/// <remarks>
/// An account can have several secrets, so that a secret can be rotated without rejecting webhooks that were signed with the old one: add the new secret,
/// change it at Vonage, then remove the old one. A verifier reads its secrets once, when it is created.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
[SuppressMessage("Naming", "CA1710", Justification = "The name describes the content.")]
public sealed class WebhookSecrets : IReadOnlyCollection<string>
{
    private readonly List<Entry> _entries = [];

    /// <summary>The number of secrets.</summary>
    public int Count => _entries.Count;

    internal IReadOnlyList<Entry> Entries => _entries;

    /// <summary>Adds a secret that is valid for any account.</summary>
    /// <param name="secret">The signature secret.</param>
    /// <param name="method">The signature method of SMS webhooks in the account's settings.</param>
    /// <exception cref="InvalidCredentialsException">The secret is empty.</exception>
    public void Add(string secret, SignatureMethod method = SignatureMethod.Md5Hash) => Add(null, Bytes(secret), method);

    /// <summary>Adds a secret of an account.</summary>
    /// <param name="apiKey">The account's API key.</param>
    /// <param name="secret">The signature secret.</param>
    /// <param name="method">The signature method of SMS webhooks in the account's settings.</param>
    /// <exception cref="InvalidCredentialsException">A value is empty.</exception>
    public void Add(string apiKey, string secret, SignatureMethod method = SignatureMethod.Md5Hash) =>
        Add(string.IsNullOrWhiteSpace(apiKey) ? throw new InvalidCredentialsException("The API key is empty.") : apiKey, Bytes(secret), method);

    /// <summary>Adds the signature secret of credentials, for their account if they contain an API key.</summary>
    /// <param name="credentials">The credentials.</param>
    /// <returns>Whether the credentials contain a signature secret.</returns>
    public bool Add(VonageCredentials credentials)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        if (credentials.SignatureSecret is not { } secret)
            return false;
        Add(credentials.ApiKey, Bytes(secret), credentials.SignatureMethod!.Value);
        return true;
    }

    /// <summary>The accounts of the secrets; <c>*</c> for a secret that is valid for any account. No secrets are returned.</summary>
    public IEnumerator<string> GetEnumerator() => _entries.Select(entry => entry.ApiKey ?? "*").GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Returns the names of the accounts, without the secrets.</summary>
    public override string ToString() => $"WebhookSecrets ({string.Join(", ", this)})";

    internal void Add(string? apiKey, byte[] secret, SignatureMethod method)
    {
        SignatureMethods.Name(method);
        _entries.Add(new Entry(apiKey, secret, method));
    }

    private static byte[] Bytes(string secret) =>
        string.IsNullOrWhiteSpace(secret) ? throw new InvalidCredentialsException("The signature secret is empty.") : Encoding.UTF8.GetBytes(secret);

    /// <summary>A secret and its account.</summary>
    internal sealed class Entry(string? apiKey, byte[] secret, SignatureMethod method)
    {
        /// <summary>The account; null if the secret is valid for any account.</summary>
        public string? ApiKey { get; } = apiKey;

        public byte[] Secret { get; } = secret;

        public SignatureMethod Method { get; } = method;
    }
}
