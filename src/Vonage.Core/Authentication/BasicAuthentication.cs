using System.Text;

namespace Vonage.Core;

/// <summary>HTTP Basic authentication (RFC 7617).</summary>
public static class BasicAuthentication
{
    /// <summary>The value of the Authorization header.</summary>
    /// <param name="user">The user or key. It must not hold a colon.</param>
    /// <param name="password">The password or secret.</param>
    public static string Header(string user, string password)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(password);
        if (user.Contains(':'))
            throw new ArgumentException("The user of Basic authentication must not hold a colon: it separates user and password.", nameof(user));
        return "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));
    }
}
