using System.Collections;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Vonage.Core;

namespace Vonage;

/// <summary>
/// The signature secrets of one account or several. An account may have more than one, so that a secret can be changed without losing
/// what is signed by the old one: add the new, change it at Vonage, remove the old. A verifier reads its secrets once, when it is made.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
[SuppressMessage("Naming", "CA1710", Justification = "The name says what it holds.")]
public sealed class WebhookSecrets : IReadOnlyCollection<string>
{
    private readonly List<Entry> _entries = [];

    /// <summary>How many secrets there are.</summary>
    public int Count => _entries.Count;

    internal IReadOnlyList<Entry> Entries => _entries;

    /// <summary>Adds a secret that serves whatever account a webhook names.</summary>
    /// <param name="secret">The signature secret.</param>
    /// <param name="method">How SMS webhooks are signed: a setting of the account.</param>
    /// <exception cref="InvalidCredentialsException">The secret is empty.</exception>
    public void Add(string secret, SignatureMethod method = SignatureMethod.Md5Hash) => Add(null, Bytes(secret), method);

    /// <summary>Adds a secret of an account.</summary>
    /// <param name="apiKey">The account's API key.</param>
    /// <param name="secret">The signature secret.</param>
    /// <param name="method">How SMS webhooks are signed: a setting of the account.</param>
    /// <exception cref="InvalidCredentialsException">One of them is empty.</exception>
    public void Add(string apiKey, string secret, SignatureMethod method = SignatureMethod.Md5Hash) =>
        Add(string.IsNullOrWhiteSpace(apiKey) ? throw new InvalidCredentialsException("The API key is empty.") : apiKey, Bytes(secret), method);

    /// <summary>Adds the signature secret of credentials, for their account where they name one.</summary>
    /// <param name="credentials">The credentials.</param>
    /// <returns>Whether they have a signature secret.</returns>
    public bool Add(VonageCredentials credentials)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        if (credentials.SignatureSecret is not { } secret)
            return false;
        Add(credentials.ApiKey, Bytes(secret), credentials.SignatureMethod!.Value);
        return true;
    }

    /// <summary>The accounts that the secrets belong to, <c>*</c> for any. No secret is shown.</summary>
    public IEnumerator<string> GetEnumerator() => _entries.Select(entry => entry.ApiKey ?? "*").GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Names the accounts, never a secret.</summary>
    public override string ToString() => $"WebhookSecrets ({string.Join(", ", this)})";

    internal void Add(string? apiKey, byte[] secret, SignatureMethod method)
    {
        SignatureMethods.Name(method);
        _entries.Add(new Entry(apiKey, secret, method));
    }

    private static byte[] Bytes(string secret) =>
        string.IsNullOrWhiteSpace(secret) ? throw new InvalidCredentialsException("The signature secret is empty.") : Encoding.UTF8.GetBytes(secret);

    /// <summary>A secret, and whose it is.</summary>
    internal sealed class Entry(string? apiKey, byte[] secret, SignatureMethod method)
    {
        /// <summary>The account; null where the secret serves any.</summary>
        public string? ApiKey { get; } = apiKey;

        public byte[] Secret { get; } = secret;

        public SignatureMethod Method { get; } = method;
    }
}
