using Vonage.Core;

namespace Vonage.Verify;

public partial class StartVerifyRequest
{
    partial void ValidateMore() => CodeLengths.Check(CodeLength);
}

public partial class StartPsd2VerifyRequest
{
    partial void ValidateMore()
    {
        CodeLengths.Check(CodeLength);
        if (Amount <= 0)
            throw new InvalidRequestException("amount", "is required and must be greater than 0.");
    }
}

/// <summary>Checks that a code has four or six digits.</summary>
internal static class CodeLengths
{
    public static void Check(int? length)
    {
        if (length is not (null or 4 or 6))
            throw new InvalidRequestException("code_length", "must be 4 or 6.");
    }
}
