using Vonage.Core;

namespace Vonage.NumberPools;

public partial class CreateNumberPoolRequest
{
    partial void ValidateMore() => PoolIds.Check(PoolId);
}

public partial class UpdateNumberPoolRequest
{
    partial void ValidateMore() => PoolIds.Check(PoolId);
}

internal static class PoolIds
{
    // The pattern of the reference, with the underscore that its examples have.
    public static void Check(string? id)
    {
        if (id is not null && (id.Length == 0 || id.Any(c => c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '_'))))
            throw new InvalidRequestException("pool_id", "must consist of lowercase letters, digits and underscores, such as pool_name.");
    }
}
