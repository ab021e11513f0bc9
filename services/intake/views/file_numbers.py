"""What an institution sees of its own file numbers."""

from contracts.values import ClientId, View
from services.intake.domain.file_number import FileNumber


class FileNumberView(View):
    """Under which number your institution keeps her papers."""

    client_id: ClientId
    number: FileNumber | None
