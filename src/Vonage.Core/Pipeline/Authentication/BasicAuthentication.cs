using System.ComponentModel;
using System.Text;

namespace Vonage.Core.Pipeline;

/// <summary>HTTP Basic authentication (RFC 7617).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BasicAuthentication
{
    /// <summary>Gets the value of the Authorization header.</summary>
    /// <param name="user">The user name or key. It must not contain a colon.</param>
    /// <param name="password">The password or secret.</param>
    public static string Header(string user, string password)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(password);
        if (user.Contains(':'))
            throw new ArgumentException("The user name for Basic authentication must not contain a colon, which separates the user name from the password.", nameof(user));
        return "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));
    }
}
