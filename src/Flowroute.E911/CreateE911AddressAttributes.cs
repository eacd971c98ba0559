using Vonage.Core;

namespace Flowroute.E911;

public partial class CreateE911AddressAttributes
{
    partial void ValidateMore()
    {
        if (AddressType is not null && string.IsNullOrEmpty(AddressTypeNumber))
            throw new InvalidRequestException("address_type_number", "is required if address_type is set. Set both, or omit both.");
    }
}
