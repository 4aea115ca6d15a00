"""Where Telegram posts its updates when the hotline has a public address."""

from fastapi import FastAPI, Request, Response

from bot.channels.telegram_reader import TelegramReader


def add_telegram_hook(app: FastAPI, reader: TelegramReader) -> None:
    """Add the webhook's route. Telegram shows that it is Telegram by the secret that we gave it."""

    @app.post("/telegram", include_in_schema=False)
    async def telegram(request: Request) -> Response:
        secret = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        taken = await reader.from_webhook(secret, await request.json())
        return Response(status_code=200 if taken else 403)
