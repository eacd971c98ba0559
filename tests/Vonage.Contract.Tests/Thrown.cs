namespace Vonage.Contract.Tests;

/// <summary>The error that a call must end with.</summary>
internal static class Thrown
{
    /// <summary>Waits for the error, of this kind or one derived from it, and returns it.</summary>
    public static async Task<T> By<T>(Func<Task> call)
        where T : Exception
    {
        try
        {
            await call();
        }
        catch (T error)
        {
            return error;
        }
        throw new AssertionException($"The call succeeded, where {typeof(T).Name} was expected.");
    }
}
